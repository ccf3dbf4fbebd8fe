/** Daily series an insight may speak about; check-in answers run from 1 (bad) to 5 (good). */
export type InsightSeries =
  | 'sleep_s'
  | 'ln_rmssd'
  | 'resting_heart_rate'
  | 'check_in_sleep'
  | 'soreness'
  | 'mood'
  | 'stress'
  | 'motivation'
  | 'run_load'
  | 'distance_m'
  | 'efficiency'
  | 'decoupling_pct'
  | 'session_rpe'
  | 'dew_point_c'
  | 'start_hour';

export type Hypothesis = {
  id: string;
  x: InsightSeries;
  y: InsightSeries;
  /** x this many days before y. */
  lagDays: 0 | 1 | 2;
};

/** Bumped whenever a line is added, removed or changed: the correction counts the whole family, so results are only comparable within one. */
export const HYPOTHESES_VERSION = 1;

/** At most 20 lines, fixed before any athlete's data are seen: looking for whatever correlates finds noise. */
export const HYPOTHESES: readonly Hypothesis[] = [
  { id: 'sleep-before-efficiency', x: 'sleep_s', y: 'efficiency', lagDays: 0 },
  { id: 'sleep-two-nights-before-efficiency', x: 'sleep_s', y: 'efficiency', lagDays: 1 },
  { id: 'hrv-before-efficiency', x: 'ln_rmssd', y: 'efficiency', lagDays: 0 },
  { id: 'resting-hr-before-efficiency', x: 'resting_heart_rate', y: 'efficiency', lagDays: 0 },
  { id: 'dew-point-and-efficiency', x: 'dew_point_c', y: 'efficiency', lagDays: 0 },
  { id: 'start-hour-and-efficiency', x: 'start_hour', y: 'efficiency', lagDays: 0 },
  { id: 'load-day-before-efficiency', x: 'run_load', y: 'efficiency', lagDays: 1 },
  { id: 'dew-point-and-decoupling', x: 'dew_point_c', y: 'decoupling_pct', lagDays: 0 },
  { id: 'sleep-before-decoupling', x: 'sleep_s', y: 'decoupling_pct', lagDays: 0 },
  { id: 'sleep-before-effort', x: 'sleep_s', y: 'session_rpe', lagDays: 0 },
  { id: 'stress-before-effort', x: 'stress', y: 'session_rpe', lagDays: 0 },
  { id: 'load-day-before-hrv', x: 'run_load', y: 'ln_rmssd', lagDays: 1 },
  { id: 'load-two-days-before-hrv', x: 'run_load', y: 'ln_rmssd', lagDays: 2 },
  { id: 'load-day-before-resting-hr', x: 'run_load', y: 'resting_heart_rate', lagDays: 1 },
  { id: 'load-day-before-sleep', x: 'run_load', y: 'sleep_s', lagDays: 1 },
  { id: 'load-day-before-soreness', x: 'run_load', y: 'soreness', lagDays: 1 },
  { id: 'load-two-days-before-soreness', x: 'run_load', y: 'soreness', lagDays: 2 },
  { id: 'sleep-before-mood', x: 'sleep_s', y: 'mood', lagDays: 0 },
  { id: 'stress-before-sleep', x: 'stress', y: 'sleep_s', lagDays: 1 },
  { id: 'distance-day-before-motivation', x: 'distance_m', y: 'motivation', lagDays: 1 },
];
