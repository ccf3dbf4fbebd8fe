import { dayNumber } from './civil-date.ts';
import { none, type None } from './result.ts';

/** One run as the load curve sees it; `load` is null when it is unknown or of another method than the athlete's. */
export type RunLoad = { date: string; load: number | null; durationS: number };

/** One civil day: known load, and the seconds of runs whose load is unknown. A rest day is all zero. */
export type DayLoad = { load: number; unknownS: number };

export type DailyLoads = { firstDay: number; days: DayLoad[] };

/** A longer history is a clock set wrong, days. */
const LONGEST_HISTORY_DAYS = 36_525;

/**
 * Sums runs per civil day of the athlete, from the first run (or `from`) to the last (or `to`), rest days included. The
 * order of the runs does not matter. `TOO_FEW` without runs, `INVALID_INPUT` (a date, load or duration), `OUT_OF_RANGE`
 * when the history would span more than a hundred years.
 */
export function dailyLoads(
  runs: readonly RunLoad[],
  bounds: { from?: string; to?: string } = {},
): DailyLoads | None {
  const days = runs.map((run) => dayNumber(run.date));
  const from = bounds.from === undefined ? undefined : dayNumber(bounds.from);
  const to = bounds.to === undefined ? undefined : dayNumber(bounds.to);
  if (days.includes(null) || from === null || to === null)
    return none('INVALID_INPUT', 'a date is not YYYY-MM-DD');
  let first = from ?? Infinity;
  let last = to ?? -Infinity;
  for (const day of days as number[]) {
    if (from === undefined && day < first) first = day;
    if (to === undefined && day > last) last = day;
  }
  if (!(last >= first) || last === Infinity) return none('TOO_FEW', 'no days between the bounds');
  if (last - first >= LONGEST_HISTORY_DAYS)
    return none('OUT_OF_RANGE', 'the history spans more than a hundred years');
  const out: DayLoad[] = Array.from({ length: last - first + 1 }, () => ({ load: 0, unknownS: 0 }));
  for (const [i, run] of inOrder(runs)) {
    if (!isDuration(run.durationS) || (run.load !== null && !isDuration(run.load)))
      return none('INVALID_INPUT', 'a load or duration is negative or not finite');
    const day = out[(days[i] as number) - first];
    if (!day) continue;
    if (run.load === null) day.unknownS += run.durationS;
    else day.load += run.load;
  }
  return { firstDay: first, days: out };
}

/**
 * The athlete's median load per hour over runs of at least ten minutes with a known load, to stand in for unknown ones.
 * Null when there are fewer than five.
 */
export function medianLoadPerHour(runs: readonly RunLoad[]): number | null {
  const rates: number[] = [];
  for (const run of runs)
    if (run.load !== null && run.durationS >= 600) rates.push((run.load * 3600) / run.durationS);
  const known = rates.filter(Number.isFinite).sort((a, b) => a - b);
  if (known.length < 5) return null;
  const middle = known.length >> 1;
  return known.length % 2 === 1 ? known[middle]! : (known[middle - 1]! + known[middle]!) / 2;
}

/** Sums of floats depend on their order, so equal histories are summed in one order whatever order they came in. */
function inOrder(runs: readonly RunLoad[]): [number, RunLoad][] {
  return runs
    .map((run, i): [number, RunLoad] => [i, run])
    .sort(([, a], [, b]) => (a.load ?? -1) - (b.load ?? -1) || a.durationS - b.durationS);
}

function isDuration(value: number): boolean {
  return value >= 0 && Number.isFinite(value);
}
