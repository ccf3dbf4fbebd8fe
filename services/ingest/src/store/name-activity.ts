import type { Sport } from '@evensplit/contracts';

const nouns: Record<Sport, string> = {
  run: 'run',
  ride: 'ride',
  swim: 'swim',
  walk: 'walk',
  hike: 'hike',
  ski: 'ski',
  strength: 'strength session',
  other: 'activity',
};

/** What devices and exporters write when nobody named anything: sports, profiles, dates, numbers, file names. */
const NAMELESS =
  /^(untitled|unnamed|track|activity|workout|run|running|trail ?run(ning)?|treadmill( running)?|jog(ging)?|ride|cycling|biking|swim(ming)?|walk(ing)?|hik(e|ing)|other|generic|new (file|track)|garmin connect|.*\.(fit|gpx|tcx))$/i;

/** The file's own name if a person may have chosen it, else "Morning run". */
export function nameActivity(given: string | null, sport: Sport, hour: number): string {
  const name = given?.replaceAll('\n', ' ').trim() ?? '';
  const letters = name.replaceAll(/[^\p{L}]/gu, '');
  // A date with a "T" and a "Z" in it has letters too, but fewer than a word.
  if (letters.length >= 3 && !NAMELESS.test(name)) return name.slice(0, 120);
  return `${partOfDay(hour)} ${nouns[sport]}`;
}

function partOfDay(hour: number): string {
  if (hour >= 4 && hour < 11) return 'Morning';
  if (hour >= 11 && hour < 14) return 'Midday';
  if (hour >= 14 && hour < 18) return 'Afternoon';
  return hour >= 18 && hour < 22 ? 'Evening' : 'Night';
}
