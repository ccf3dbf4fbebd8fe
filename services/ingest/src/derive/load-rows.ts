import {
  dailyLoads,
  loadCurve,
  loadOn,
  medianLoadPerHour,
  type RunLoad,
} from '@evensplit/training';
import { addDays } from '../store/civil-time.ts';

/** A derived run as the load curve sees it. */
export type LoadedRun = {
  day: string;
  load: number | null;
  durationS: number;
  distanceM: number;
};

/** A row of `DailyLoad`, without its athlete. */
export type LoadRow = {
  day: string;
  load: number;
  longTerm: number;
  recent: number;
  balance: number;
  method: string;
  warmingUp: boolean;
  estimated: boolean;
  runs: number;
  distanceM: number;
  movingS: number;
};

/** A watch that never knew the date writes one from before there were any: such runs have no place on the curve. */
const FIRST_DAY = '2000-01-01';

/**
 * The whole curve from the first run to the last, rest days included. Always the whole: the seed is the mean of the first
 * 28 days and unknown loads are estimated from all runs, so any run may move every day, and a few thousand days cost
 * milliseconds. Only rows that differ are written (write-loads.ts).
 */
export function loadRows(all: readonly LoadedRun[], method: string | null): LoadRow[] {
  const runs = all.filter((run) => run.day >= FIRST_DAY);
  if (method === null) return [];
  const given: RunLoad[] = runs.map(({ day, load, durationS }) => ({ date: day, load, durationS }));
  const history = dailyLoads(given);
  const curve = loadCurve(history, { loadPerHour: medianLoadPerHour(given) });
  if ('reason' in curve || 'reason' in history) return [];
  const byDay = Map.groupBy(runs, (run) => run.day);
  const firstDay = [...byDay.keys()].toSorted()[0] ?? FIRST_DAY;
  return history.days.map(({ load }, k) => {
    const day = addDays(firstDay, k);
    const on = loadOn(curve, day);
    const today = byDay.get(day) ?? [];
    return {
      day,
      load: on.load.value ?? load,
      longTerm: on.longTerm.value ?? 0,
      recent: on.recent.value ?? 0,
      balance: on.balance.value ?? 0,
      method,
      warmingUp: hasFlag(on.longTerm, 'warming-up'),
      estimated: on.load.value === null || hasFlag(on.load, 'estimated-load'),
      runs: today.length,
      distanceM: sum(today.map((run) => run.distanceM)),
      movingS: sum(today.map((run) => run.durationS)),
    };
  });
}

function hasFlag(result: { value: number | null; flags?: string[] }, flag: string): boolean {
  return result.flags?.includes(flag) ?? false;
}

/** In a fixed order, because sums of floats depend on it and the same history must give the same rows. */
function sum(values: number[]): number {
  return values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0);
}
