import { wordOf, type FitFields } from './fit-fields.ts';

const kinds: Record<string, string> = {
  device: 'a device description',
  settings: 'a settings file',
  sport: 'a sport settings file',
  workout: 'a planned workout',
  course: 'a course to follow',
  schedules: 'a workout schedule',
  weight: 'a weight-scale file',
  totals: 'a totals file',
  goals: 'a goals file',
  blood_pressure: 'a blood-pressure file',
  monitoring_a: 'daily monitoring (steps, sleep)',
  monitoring_b: 'daily monitoring (steps, sleep)',
  monitoring_daily: 'daily monitoring (steps, sleep)',
  activity_summary: 'a summary without a recording',
  segment: 'a segment',
  segment_list: 'a list of segments',
};

/** Null when the file is a recorded activity; otherwise what it is, in words. */
export function otherKind(fileIds: readonly FitFields[]): string | null {
  const type = wordOf(fileIds[0], 'type');
  if (type === null || type === 'activity') return null;
  return kinds[type] ?? 'a file of the watch that holds no recorded activity';
}
