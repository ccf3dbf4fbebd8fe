import type { Fact, SourceLane } from '@evensplit/contracts';

export function qualityWords(quality: Fact['quality']): { title: string; meaning: string } {
  switch (quality) {
    case 'measured':
      return { title: 'Measured', meaning: 'Read directly from your recordings.' };
    case 'estimated':
      return { title: 'Estimated', meaning: 'Calculated from your recordings with a model.' };
    case 'extrapolated':
      return {
        title: 'Extrapolated',
        meaning: 'Reaches beyond what you have recorded; the range is wider for that reason.',
      };
    case 'stated':
      return { title: 'Stated', meaning: 'Your own words; nothing checked them.' };
  }
}

const laneWords: Record<SourceLane, string> = {
  file: 'files you added',
  strava_file: 'your Strava export',
  garmin: 'Garmin Connect',
  garmin_personal: 'your Garmin export',
  strava: 'Strava',
  manual: 'entered by hand',
  weather: 'weather records',
};

export function lanesSentence(lanes: readonly SourceLane[]): string {
  return lanes.map((lane) => laneWords[lane]).join(', ');
}

/** `riegel/1` → "riegel, version 1": the technical name stays, one tap away, and reads as one. */
export function methodWords(method: string): string {
  const [name = method, version] = method.split('/');
  const words = name.replaceAll('-', ' ');
  return version ? `${words}, version ${version}` : words;
}

/** `activity.heart_rate_drift` → "Heart rate drift": a gap has no fact and so no label of its own. */
export function metricWords(metric: string): string {
  const words = (metric.split('.').at(-1) ?? metric).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a fact is about when it is not one run: "Week of 16 Nov", "20 Nov". */
export function subjectWords(
  subject: string,
  formatDate: (civilDate: string) => string,
): string | null {
  const [kind, value] = subject.split(/:(.*)/s);
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  if (kind === 'week') return `Week of ${formatDate(value)}`;
  if (kind === 'day') return formatDate(value);
  return null;
}
