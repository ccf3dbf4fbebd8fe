import type { FactQueryArgs, FactQueryName, FactSheet, Gap, LookedAt } from '@evensplit/contracts';
import { describeMetric, isMetric } from '@evensplit/evidence';

/** Sheets by the question that was put to the registry: the same question is not asked twice in a turn. */
export type Lookups = Map<string, FactSheet>;

const MAX_SHOWN = 16;
const MAX_MISSING = 6;

export function lookupName<Q extends FactQueryName>(query: Q, args: FactQueryArgs[Q]): string {
  return `${query} ${JSON.stringify(args)}`;
}

/** What a turn looked up, as the row keeps it and its reader is shown it. */
export function listLookups(lookups: ReadonlyMap<string, FactSheet>): LookedAt[] {
  return [...lookups].slice(0, MAX_SHOWN).map(([name, sheet]) => {
    const space = name.indexOf(' ');
    return {
      query: name.slice(0, space) as FactQueryName,
      args: JSON.parse(name.slice(space)) as LookedAt['args'],
      runs: countRuns(sheet),
      missing: [...new Set(sheet.gaps.map(wordsOf))].slice(0, MAX_MISSING),
    };
  });
}

function wordsOf({ metric, why }: Gap): string {
  return isMetric(metric) ? `${describeMetric(metric).label}: ${why}` : why;
}

/** A fact names only its most telling runs and counts all of them. */
function countRuns({ facts }: FactSheet): number {
  const named = new Set(facts.flatMap(({ from }) => from.map(({ activityId }) => activityId)));
  return Math.max(named.size, ...facts.map(({ n }) => n ?? 0));
}
