import { dayNumber } from '../civil-date.ts';
import { none, type None } from '../result.ts';
import type { Interruption } from './plan-input.ts';

/** How running comes back after a break. Factors are shares of the volume the curve asks for. */
export type BreakReturn = {
  value: number;
  /** Share of the planned volume in the first week back; later weeks grow by at most 30 % until all of it is back. */
  firstWeekShare: number;
  /** Days of reduced volume after a break of 6–14 days; null when it climbs week by week instead. */
  reducedDays: number | null;
  /** Days without hard sessions. */
  easyOnlyDays: number;
  /** The hard session next in line is skipped, not caught up. */
  skipNextHard: boolean;
  /** Easy runs come back as a walk-run ladder. */
  walkRun: boolean;
  /** Paces should be taken from the index after the time-off factor. */
  rescalePaces: boolean;
};

const LADDER_DAYS_MAX = 28;

/**
 * Return after a break of whole days ≥ 1 (`plan/1`; policy): 1–5 days resume and skip one hard day; 6–14 days 60 % of the volume (the
 * middle of 50–70 %), and easy only, for half of the missed days; longer 50 % in the first week, then at most 30 % more each week, easy only for half
 * of the missed days but at most four weeks, paces from the index after the time-off factor. An injury of six days or more comes back over a
 * walk-run ladder (pain ≤ 2/10 while running and back to baseline within 24 h, else one step back). `INVALID_INPUT` for anything but whole days ≥ 1.
 */
export function returnAfterBreak(days: number, kind: Interruption['kind']): BreakReturn | None {
  if (!Number.isInteger(days) || days < 1)
    return none('INVALID_INPUT', 'a break lasts whole days, at least one');
  const half = Math.ceil(days / 2);
  const walkRun = kind === 'injured' && days >= 6;
  if (days <= 5)
    return {
      value: days,
      firstWeekShare: 1,
      reducedDays: 0,
      easyOnlyDays: 0,
      skipNextHard: true,
      walkRun,
      rescalePaces: false,
    };
  const long = days > 14;
  return {
    value: days,
    firstWeekShare: long ? 0.5 : 0.6,
    reducedDays: long ? null : half,
    easyOnlyDays: Math.min(LADDER_DAYS_MAX, half),
    skipNextHard: true,
    walkRun,
    rescalePaces: long,
  };
}

/** One stretch of days without running, from overlapping or adjoining interruptions. */
export type BreakSpan = { from: number; to: number; back: BreakReturn };

/** Merges interruptions into spans, in order. Expects checked dates. An injury anywhere in a span makes its return one after injury. */
export function breakSpans(interruptions: readonly Interruption[]): BreakSpan[] {
  const merged: { from: number; to: number; kind: Interruption['kind'] }[] = [];
  for (const { from, to, kind } of interruptions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const first = dayNumber(from) ?? 0;
    const last = dayNumber(to) ?? 0;
    const open = merged.at(-1);
    if (open && first <= open.to + 1) {
      open.to = Math.max(open.to, last);
      if (kind === 'injured') open.kind = kind;
    } else merged.push({ from: first, to: last, kind });
  }
  return merged.flatMap(({ from, to, kind }) => {
    const back = returnAfterBreak(to - from + 1, kind);
    return back.value === null ? [] : [{ from, to, back }];
  });
}

export type BreakDay = {
  /** Share of the day's normal volume, 0–1. */
  share: number;
  easyOnly: boolean;
  /** 0–4, the rung of the walk-run ladder; null: run normally. */
  rung: number | null;
};

/**
 * What the breaks leave of one day. A break that ended before the curve starts no longer lowers volume, because the weekly base already
 * contains it; its easy days and its ladder still hold.
 */
export function breakDay(spans: readonly BreakSpan[], day: number, curveStart: number): BreakDay {
  let share = 1;
  let easyOnly = false;
  let rung: number | null = null;
  for (const { from, to, back } of spans) {
    if (day < from) continue;
    if (day <= to) return { share: 0, easyOnly: true, rung: null };
    const since = day - to - 1;
    if (to >= curveStart) share = Math.min(share, shareAfter(back, since));
    if (since >= back.easyOnlyDays) continue;
    easyOnly = true;
    if (back.walkRun) rung = Math.min(rung ?? 4, Math.floor((5 * since) / back.easyOnlyDays));
  }
  return { share, easyOnly, rung };
}

function shareAfter(back: BreakReturn, daysSince: number): number {
  if (back.reducedDays !== null) return daysSince < back.reducedDays ? back.firstWeekShare : 1;
  return Math.min(1, back.firstWeekShare * 1.3 ** Math.floor(daysSince / 7));
}
