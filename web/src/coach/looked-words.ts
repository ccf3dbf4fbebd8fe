import type { FactQueryName, LookedAt } from '@evensplit/contracts';

type Args = LookedAt['args'];

const names: Record<FactQueryName, (args: Args) => string> = {
  'last-run': () => 'Your last run',
  activity: () => 'One run',
  week: ({ weeksBack }) => back(weeksBack, 'week'),
  weeks: ({ count }) => `The last ${count} weeks`,
  load: ({ days }) => `Training load of ${days} days`,
  bests: ({ days }) =>
    Number(days) > 3660 ? 'Best efforts of all time' : `Best efforts of ${days} days`,
  predictions: () => 'Race predictions',
  today: () => 'What the day was for',
  month: ({ monthsBack }) => back(monthsBack, 'month'),
  compare: ({ activityId }) => (activityId ? 'Two runs side by side' : 'Two weeks side by side'),
  'similar-runs': () => 'Runs of the same kind',
  zones: ({ days }) => `Zones over ${days} days`,
  'training-paces': () => 'Training paces',
  readiness: () => 'Readiness',
  missing: ({ days }) => `What is missing in ${days} days`,
  memories: () => 'What you asked to be remembered',
};

/** "The week of the question": what was looked up, seen from the day on which it was. */
function lookedWords({ query, args }: LookedAt): string {
  return names[query](args);
}

function back(units: unknown, unit: 'week' | 'month'): string {
  const count = Number(units ?? 0);
  if (count === 0) return `The ${unit} of the question`;
  if (count === 1) return `The ${unit} before the question`;
  return `The ${unit} ${count} ${unit}s before the question`;
}

/** One line of what was looked at; of a single run everybody knows how many it is. */
export function lookedLine(looked: LookedAt): string {
  const { query, runs } = looked;
  const counted = runs > 0 && query !== 'activity' && query !== 'last-run';
  return `${lookedWords(looked)}${counted ? ` · ${runs} ${runs === 1 ? 'run' : 'runs'}` : ''}`;
}
