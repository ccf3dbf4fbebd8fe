import type { Sport, SubSport } from './parsed-activity.ts';

/** First match wins; the words are those of FIT, TCX, GPX types of the common exporters and Strava's sport types. */
const sports: [RegExp, Sport][] = [
  [/transition/u, 'transition'],
  [/multi.?sport|triathlon|duathlon|swimrun/u, 'multisport'],
  [/run|jog|treadmill|laufen|course à pied/u, 'run'],
  [/strength|weight|crossfit/u, 'strength'],
  [/row|kayak|paddl|canoe/u, 'row'],
  [/ski|snow/u, 'ski'],
  [/swim/u, 'swim'],
  [/cycl|bik|ride/u, 'ride'],
  [/hik|mountaineer/u, 'hike'],
  [/walk/u, 'walk'],
  [/fitness|training|yoga|pilates|elliptical|cardio|stair|workout|hiit/u, 'fitness'],
];

const subSports: [RegExp, SubSport][] = [
  [/treadmill|indoor.?run/u, 'treadmill'],
  [/virtual|zwift/u, 'virtual'],
  [/indoor|trainer|spin/u, 'indoor'],
  [/trail/u, 'trail'],
  [/track/u, 'track'],
  [/ultra/u, 'ultra'],
  [/obstacle/u, 'obstacle'],
  [/open.?water/u, 'open_water'],
  [/lap.?swim|pool/u, 'pool'],
  [/yoga/u, 'yoga'],
  [/street|road/u, 'road'],
];

/** Strava writes numbers into the `type` of its GPX exports; only the two that real files confirm are read. */
const stravaTypes: Record<string, Sport> = { '1': 'ride', '9': 'run' };

/** Watches file treadmills, rowing machines and weights under "fitness equipment" or "training": then the sub-sport decides. */
export function nameSport(raw: string | null, subSportRaw: string | null = null): Sport {
  const word = words(raw);
  if (/^\d+$/u.test(word)) return stravaTypes[word] ?? 'unknown';
  const named = match(word);
  if (named !== 'fitness' && named !== 'unknown') return named;
  const narrower = match(words(subSportRaw));
  return narrower === 'unknown' || narrower === 'other' ? named : narrower;
}

function match(word: string): Sport {
  if (word === '' || word === 'generic' || word === 'all') return 'unknown';
  return sports.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
}

/** TrailRun, treadmill_running and the like carry both sport and sub-sport in one word. */
export function nameSubSport(sportRaw: string | null, subSportRaw: string | null): SubSport | null {
  const own = words(subSportRaw);
  const found = subSports.find(([pattern]) => pattern.test(`${own} ${words(sportRaw)}`))?.[1];
  if (found !== undefined) return found;
  return own === '' || own === 'generic' ? null : 'other';
}

export function isOnFoot(sport: Sport): boolean {
  return sport === 'run' || sport === 'walk' || sport === 'hike';
}

function words(raw: string | null): string {
  return (raw ?? '').trim().toLowerCase().replaceAll('_', ' ');
}
