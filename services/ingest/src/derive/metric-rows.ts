import type { Prisma } from '@evensplit/db';
import {
  isNone,
  LOAD_METHODS,
  type LoadMethod,
  type Result,
  type RunAnalysis,
} from '@evensplit/training';
import type { HeartRateZones } from './max-heart-rate-zones.ts';
import type { RunStanding } from './run-standing.ts';

export type MetricRow = Omit<Prisma.ActivityMetricCreateManyInput, 'activityId' | 'athleteId'>;

/** Rows of their own that no reader shows: the derivation's memory. */
export const STANDING = 'activity.standing';
export const SESSION_PEAK = 'activity.session_peak';
export const BEST_INDEX = 'activity.best_index';

/** Where a run's load by one method is kept, so that a change of the athlete's method needs no new analysis. */
export function loadMetric(method: LoadMethod): string {
  return `activity.load.${method}`;
}

/** A derived value as a row: the value with all that defends it, or the reason why there is none. */
function metricRow(metric: string, result: Result): MetricRow {
  if (isNone(result)) return { metric, reason: result.reason, detail: result.detail };
  return {
    metric,
    value: result.value,
    low: result.range?.[0] ?? null,
    high: result.range?.[1] ?? null,
    unit: result.unit,
    quality: result.quality,
    method: result.method,
    n: result.n ?? null,
    flags: result.flags,
  };
}

export type Derived = {
  analysis: RunAnalysis;
  zones: HeartRateZones;
  standing: RunStanding;
  fingerprint: string;
  bestIndex: number | null;
};

/** Everything a run's analysis leaves in `ActivityMetric`. */
export function metricRows(derived: Derived): MetricRow[] {
  const { analysis, zones, standing } = derived;
  const { metrics, classification, intervals, splits } = analysis;
  const loads: Record<LoadMethod, Result> = {
    'pace-load': metrics.paceLoad,
    'hr-load': metrics.heartRateLoad,
    srpe: metrics.sessionRpe,
  };
  return [
    metricRow('activity.grade_adjusted_pace', paceOf(metrics.gradeAdjustedSpeed)),
    metricRow('activity.efficiency', metrics.efficiency),
    metricRow('activity.decoupling', metrics.decoupling),
    metricRow('activity.heart_rate_drift', metrics.heartRateDrift),
    metricRow('activity.durability', metrics.durability),
    metricRow('activity.split_difference', metrics.splitChange),
    metricRow('activity.session_spike', percentAbove(metrics.sessionSpike)),
    metricRow('activity.descent', metrics.elevationLoss),
    ...LOAD_METHODS.map((method) => metricRow(loadMetric(method), loads[method])),
    metricRow(SESSION_PEAK, metrics.maxHeartRate),
    { metric: BEST_INDEX, value: derived.bestIndex, unit: 'index', method: 'pace-index/1' },
    { metric: STANDING, detail: derived.fingerprint, extra: standing },
    'reason' in zones
      ? { metric: 'activity.heart_rate_zones', reason: zones.reason, detail: zones.detail }
      : { metric: 'activity.heart_rate_zones', ...zones },
    {
      metric: 'activity.classification',
      method: classification.method,
      extra: { ...classification },
    },
    { metric: 'activity.splits', method: 'splits/1', extra: { splits } },
    intervals !== null && !('reason' in intervals)
      ? { metric: 'activity.intervals', method: intervals.method, extra: { ...intervals } }
      : {
          metric: 'activity.intervals',
          reason: intervals?.reason ?? 'MISSING_INPUT',
          detail: intervals?.detail ?? 'no samples',
        },
  ];
}

/** m/s to s/km: the faster end of the range is the lower pace. */
function paceOf(speed: Result): Result {
  if (isNone(speed)) return speed;
  return {
    ...speed,
    value: 1000 / speed.value,
    unit: 's/km',
    range: speed.range && [1000 / speed.range[1], 1000 / speed.range[0]],
  };
}

/** A ratio as "so much per cent more". */
function percentAbove(ratio: Result): Result {
  if (isNone(ratio)) return ratio;
  return { ...ratio, value: (ratio.value - 1) * 100, unit: '%', range: null };
}
