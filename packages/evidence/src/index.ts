export { addDays, civilDay, daysBetween, mondayOf } from './civil-day.ts';
export { derivableLanes } from './lanes.ts';
export { memoryState } from './memory-state.ts';
export { describeMetric, isMetric } from './metrics.ts';
export { openFacts, readFacts } from './read-facts.ts';
export { factOf } from './sheet.ts';
