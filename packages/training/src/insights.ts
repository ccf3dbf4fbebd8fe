import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { blockBootstrap, type DayPair } from './block-bootstrap.ts';
import { circularShiftP } from './circular-shift-p.ts';
import { dayNumber } from './civil-date.ts';
import { correlateRanks, pearson, spearman } from './correlation.ts';
import { detrend, type DailySeries } from './daily-series.ts';
import { effectiveN, lagOneAutocorrelation } from './effective-n.ts';
import { fisherInterval } from './fisher-interval.ts';
import { HYPOTHESES, type Hypothesis, type InsightSeries } from './insight-hypotheses.ts';
import { isNone, none, type Estimate, type None } from './result.ts';
import { theilSen } from './theil-sen.ts';

/** Why a line is not published; all that apply, in this order. */
export type InsightGap =
  | 'n<28'
  | 'n_eff<12'
  | 'not-computable'
  | 'weak'
  | 'fisher-includes-0'
  | 'bootstrap-includes-0'
  | 'halves-disagree'
  | 'false-discovery';

export type Insight = Hypothesis & {
  method: string;
  /** Days on which both are known, and how many independent ones they are worth. */
  n: number;
  nEff: number | null;
  spearman: number | null;
  pearson: number | null;
  fisher: [low: number, high: number] | null;
  /** Computed only when nothing else already forbids publication. */
  bootstrap: [low: number, high: number] | null;
  p: number | null;
  /** Change of y per unit of x in raw units with its interval (Theil–Sen on the detrended days). */
  effect: { slope: number; range: [low: number, high: number] | null } | null;
  /** `pattern`: "goes with", never "causes" · `no-clear-link`: say "no clear link yet (n = …)". */
  verdict: 'pattern' | 'no-clear-link';
  gaps: InsightGap[];
};

export type InsightInput = {
  /** Civil date of index 0 of every series. */
  firstDay: string;
  series: Partial<Record<InsightSeries, DailySeries>>;
};

const MAX_DAYS = 1096;
const FALSE_DISCOVERY_RATE = 0.1;
const MIN_N = 28;
const MIN_N_EFF = 12;
const MIN_RHO = 0.3;

type Tested = { insight: Insight; days: DayPair[] };

/**
 * Tests the fixed list of hypotheses on one athlete's aligned days (at most three years). Each pair is detrended, correlated, corrected for
 * serial correlation and for the size of the family, nulls included. Publishes only with n ≥ 28, n_eff ≥ 12, |ρ| ≥ 0.3, both intervals
 * away from 0, the same sign in both halves and Benjamini–Hochberg at 0.10. Missing series give `no-clear-link` with n 0.
 * `INVALID_INPUT` when `firstDay` is no date, `OUT_OF_RANGE` for longer series. Policy (`insight/1`); see science.md §10 for sources.
 */
export function insights({
  firstDay,
  series,
}: InsightInput): { insights: Insight[] } | ({ insights: null } & None) {
  const first = dayNumber(firstDay);
  if (first === null)
    return { insights: null, ...none('INVALID_INPUT', 'the first day is not a civil date') };
  if (Object.values(series).some((values) => values.length > MAX_DAYS))
    return { insights: null, ...none('OUT_OF_RANGE', 'more than three years of days') };
  const flat = new Map<string, (number | null)[]>();
  for (const [name, values] of Object.entries(series)) flat.set(name, detrend(values, first));
  const tested = HYPOTHESES.map((line) =>
    test(line, flat.get(line.x) ?? [], flat.get(line.y) ?? []),
  );
  // A line that could not be tested counts with p = 1: dropping it would make the correction milder.
  const control = benjaminiHochberg(
    tested.map(({ insight }) => insight.p ?? 1),
    FALSE_DISCOVERY_RATE,
  );
  return {
    insights: tested.map(({ insight, days }, place) =>
      publish(insight, days, control.rejected?.[place] ?? false),
    ),
  };
}

/** Both series on the days of y, x moved `lagDays` later, cut to the days that both cover. */
function align(x: DailySeries, y: DailySeries, lagDays: number): [x: DailySeries, y: DailySeries] {
  const length = Math.max(0, Math.min(x.length, y.length - lagDays));
  return [x.slice(0, length), y.slice(lagDays, lagDays + length)];
}

function test(line: Hypothesis, before: DailySeries, after: DailySeries): Tested {
  const [x, y] = align(before, after, line.lagDays);
  const days = x.map((value, day): DayPair => {
    const other = y[day] ?? null;
    return value === null || other === null ? null : [value, other];
  });
  const known = days.filter((day) => day !== null);
  const [xs, ys] = [known.map(([value]) => value), known.map(([, value]) => value)];
  const rho = spearman(xs, ys).value;
  const nEff = independentPairs(x, y, known.length);
  const fisher = rho === null || nEff === null ? null : rangeOf(fisherInterval(rho, nEff));
  const slope = theilSen(xs.slice(-1500), ys.slice(-1500), '1');
  const gaps: InsightGap[] = [];
  if (known.length < MIN_N) gaps.push('n<28');
  if (nEff === null || nEff < MIN_N_EFF) gaps.push('n_eff<12');
  if (rho === null) gaps.push('not-computable');
  if (rho !== null && Math.abs(rho) < MIN_RHO) gaps.push('weak');
  if (!excludesZero(fisher)) gaps.push('fisher-includes-0');
  if (!sameSignInHalves(xs, ys, rho)) gaps.push('halves-disagree');
  const insight: Insight = {
    ...line,
    method: 'insight/1',
    n: known.length,
    nEff,
    spearman: rho,
    pearson: pearson(xs, ys).value,
    fisher,
    bootstrap: null,
    p: circularShiftP(x, y).value,
    effect: isNone(slope) ? null : { slope: slope.value, range: slope.range },
    verdict: 'no-clear-link',
    gaps,
  };
  return { insight, days };
}

/** Never more than n: opposite autocorrelations would promise more information than there are days. */
function independentPairs(x: DailySeries, y: DailySeries, n: number): number | null {
  const [memoryX, memoryY] = [memoryOf(x), memoryOf(y)];
  if (memoryX === null || memoryY === null) return null;
  const worth = effectiveN(n, memoryX, memoryY).value;
  return worth === null ? null : Math.min(n, worth);
}

/** Who never runs on neighbouring days has no lag of one day: then the step from one known day to the next counts. */
function memoryOf(series: DailySeries): number | null {
  const daily = lagOneAutocorrelation(series);
  if (!isNone(daily)) return daily.value;
  return lagOneAutocorrelation(series.filter((value) => value !== null)).value;
}

function rangeOf(result: Estimate | None): Estimate['range'] {
  return isNone(result) ? null : result.range;
}

function excludesZero(range: readonly [number, number] | null): boolean {
  return range !== null && (range[0] > 0 || range[1] < 0);
}

function sameSignInHalves(x: readonly number[], y: readonly number[], rho: number | null): boolean {
  const half = Math.floor(x.length / 2);
  if (rho === null || half < 3) return false;
  const first = correlateRanks(x.slice(0, half), y.slice(0, half));
  const second = correlateRanks(x.slice(half), y.slice(half));
  return Math.sign(first) === Math.sign(rho) && Math.sign(second) === Math.sign(rho);
}

/** The bootstrap is the dear part, so it runs last and only where it can still decide. */
function publish(insight: Insight, days: readonly DayPair[], discovered: boolean): Insight {
  const gaps = [...insight.gaps];
  if (!discovered) gaps.push('false-discovery');
  if (gaps.length > 0) return { ...insight, gaps };
  const range = rangeOf(blockBootstrap(days));
  if (!excludesZero(range)) return { ...insight, bootstrap: range, gaps: ['bootstrap-includes-0'] };
  return { ...insight, bootstrap: range, verdict: 'pattern', gaps };
}
