import type { FactUnit } from '@evensplit/contracts';
import type { z } from 'zod';

type Unit = z.infer<typeof FactUnit>;
type Description = { label: string; unit: Unit };

/**
 * Every metric the registry can speak of, with its name in plain words and its one unit. A metric that is not here
 * cannot become a fact, so no reader ever meets a number without a name.
 */
const catalogue = {
  'activity.distance': { label: 'Distance', unit: 'm' },
  'activity.moving_time': { label: 'Moving time', unit: 's' },
  'activity.elapsed_time': { label: 'Elapsed time', unit: 's' },
  'activity.pace': { label: 'Pace', unit: 's/km' },
  'activity.grade_adjusted_pace': { label: 'Grade-adjusted pace', unit: 's/km' },
  'activity.avg_heart_rate': { label: 'Average heart rate', unit: 'bpm' },
  'activity.max_heart_rate': { label: 'Highest heart rate', unit: 'bpm' },
  'activity.cadence': { label: 'Cadence', unit: 'spm' },
  'activity.ascent': { label: 'Climb', unit: 'm' },
  'activity.descent': { label: 'Descent', unit: 'm' },
  'activity.load': { label: 'Run load', unit: 'load' },
  'activity.efficiency': { label: 'Metres per heartbeat', unit: 'm/beat' },
  'activity.decoupling': { label: 'Heart-rate decoupling', unit: '%' },
  'activity.heart_rate_drift': { label: 'Heart-rate drift', unit: 'bpm/h' },
  'activity.durability': { label: 'Durability ratio', unit: '1' },
  'activity.split_difference': { label: 'Second half against first', unit: '%' },
  'activity.session_spike': { label: 'Against the longest run of the 30 days before', unit: '%' },
  'lap.distance': { label: 'Lap distance', unit: 'm' },
  'lap.pace': { label: 'Lap pace', unit: 's/km' },
  'effort.time': { label: 'Best effort', unit: 's' },
  'week.distance': { label: 'Distance this week', unit: 'm' },
  'week.runs': { label: 'Runs this week', unit: 'runs' },
  'week.moving_time': { label: 'Moving time this week', unit: 's' },
  'week.longest_run': { label: 'Longest run of the week', unit: 'm' },
  'week.load': { label: 'Run load of the week', unit: 'load' },
  'week.distance_mean': { label: 'Mean weekly distance, four weeks before', unit: 'm' },
  'week.distance_vs_mean': { label: 'Against the four weeks before', unit: '%' },
  'week.distance_same_days': { label: 'Distance up to the same weekday', unit: 'm' },
  'month.distance': { label: 'Distance of the month', unit: 'm' },
  'month.runs': { label: 'Runs of the month', unit: 'runs' },
  'month.moving_time': { label: 'Moving time of the month', unit: 's' },
  'month.longest_run': { label: 'Longest run of the month', unit: 'm' },
  'month.ascent': { label: 'Climb of the month', unit: 'm' },
  'month.load': { label: 'Run load of the month', unit: 'load' },
  'month.distance_same_days': { label: 'Distance up to the same day of the month', unit: 'm' },
  'month.distance_change': { label: 'Distance against the month before', unit: '%' },
  'year.distance': { label: 'Distance of the year', unit: 'm' },
  'year.runs': { label: 'Runs of the year', unit: 'runs' },
  'year.moving_time': { label: 'Moving time of the year', unit: 's' },
  'year.longest_run': { label: 'Longest run of the year', unit: 'm' },
  'year.ascent': { label: 'Climb of the year', unit: 'm' },
  'compare.distance': { label: 'Difference in distance', unit: '%' },
  'compare.pace': { label: 'Difference in pace', unit: 's/km' },
  'compare.grade_adjusted_pace': { label: 'Difference in grade-adjusted pace', unit: 's/km' },
  'compare.heart_rate': { label: 'Difference in average heart rate', unit: 'bpm' },
  'compare.efficiency': { label: 'Difference in metres per heartbeat', unit: 'm/beat' },
  'compare.load': { label: 'Difference in run load', unit: 'load' },
  'similar.runs': { label: 'Similar runs', unit: 'runs' },
  'similar.pace': { label: 'Usual pace of similar runs', unit: 's/km' },
  'similar.heart_rate': { label: 'Usual heart rate of similar runs', unit: 'bpm' },
  'similar.efficiency': { label: 'Usual metres per heartbeat of similar runs', unit: 'm/beat' },
  'similar.pace_difference': { label: 'Pace against similar runs', unit: 's/km' },
  'similar.heart_rate_difference': { label: 'Heart rate against similar runs', unit: 'bpm' },
  'similar.efficiency_difference': {
    label: 'Metres per heartbeat against similar runs',
    unit: 'm/beat',
  },
  'zones.time': { label: 'Time in the zone', unit: 's' },
  'zones.share': { label: 'Share of the time with heart rate', unit: '%' },
  'zones.covered': { label: 'Time with heart rate', unit: 's' },
  'zones.heart_rate': { label: 'Heart rates of the zone', unit: 'bpm' },
  'zones.pace': { label: 'Paces of the zone', unit: 's/km' },
  'heart.maximum': { label: 'Maximum heart rate', unit: 'bpm' },
  'heart.threshold': { label: 'Threshold heart rate', unit: 'bpm' },
  'pace.easy': { label: 'Easy pace', unit: 's/km' },
  'pace.marathon': { label: 'Marathon pace', unit: 's/km' },
  'pace.threshold': { label: 'Threshold pace, as trained', unit: 's/km' },
  'pace.interval': { label: 'Interval pace', unit: 's/km' },
  'pace.repetition': { label: 'Repetition pace', unit: 's/km' },
  'data.runs': { label: 'Runs in the window', unit: 'runs' },
  'data.without_heart_rate': { label: 'Runs without heart rate', unit: 'runs' },
  'data.without_route': { label: 'Runs without a GPS track', unit: 'runs' },
  'data.without_load': { label: 'Runs without a run load', unit: 'runs' },
  'data.days_since_upload': { label: 'Since files last came in', unit: 'days' },
  'load.long_term': { label: 'Long-term load', unit: 'load' },
  'load.recent': { label: 'Recent load', unit: 'load' },
  'load.balance': { label: 'Balance', unit: 'load' },
  'load.ramp': { label: 'Change of long-term load in seven days', unit: 'load' },
  'prediction.time': { label: 'Predicted time', unit: 's' },
  'index.pace': { label: 'Pace index', unit: 'index' },
  'threshold.pace': { label: 'Threshold pace', unit: 's/km' },
  'today.duration': { label: 'Today, duration', unit: 's' },
  'today.distance': { label: 'Today, distance', unit: 'm' },
  'today.days_since_run': { label: 'Since the last run', unit: 'days' },
  'today.days_since_hard': { label: 'Since the last hard run', unit: 'days' },
  'today.days_since_long': { label: 'Since the last long run', unit: 'days' },
  'today.days_since_return': { label: 'Since the return to running', unit: 'days' },
  'today.missed_days': { label: 'Days of the last break', unit: 'days' },
  'today.streak_days': { label: 'Days run in a row', unit: 'days' },
  'today.days_run_in_7': { label: 'Days run in the last seven', unit: 'days' },
  'today.usual_days_per_week': { label: 'Usual running days a week', unit: '1' },
  'today.hard_in_7': { label: 'Hard runs in the last seven days', unit: 'runs' },
  'today.longest_30d': { label: 'Longest run of the last 30 days', unit: 'm' },
  'today.usual_distance': { label: 'Usual distance of a run', unit: 'm' },
  'today.last_6_days': { label: 'Distance of the last six days', unit: 'm' },
  'today.load_ratio': { label: 'Recent load ÷ long-term load', unit: '1' },
} as const satisfies Record<string, Description>;

export type Metric = keyof typeof catalogue;

export function isMetric(name: string): name is Metric {
  return Object.hasOwn(catalogue, name);
}

export function describeMetric(name: string): Description {
  if (!isMetric(name)) throw new RangeError(`no metric is called ${name}`);
  return catalogue[name];
}
