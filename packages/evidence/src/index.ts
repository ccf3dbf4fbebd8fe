export { readFacts } from './read-facts.ts';
export { factOf } from './sheet.ts';
export { civilDay, mondayOf, addDays } from './civil-day.ts';
