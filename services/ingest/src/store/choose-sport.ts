import type { Sport } from '@evensplit/contracts';
import type { ParsedActivity, Sport as ParsedSport } from '../parse/parsed-activity.ts';

const names: Record<Exclude<ParsedSport, 'unknown'>, Sport> = {
  run: 'run',
  ride: 'ride',
  swim: 'swim',
  walk: 'walk',
  hike: 'hike',
  row: 'other',
  ski: 'ski',
  strength: 'strength',
  fitness: 'other',
  transition: 'other',
  multisport: 'other',
  other: 'other',
};

/** Mean speeds at which people run, m/s: between a brisk walk and a world record. */
const RUNNING: [number, number] = [1.8, 6];

export type ChosenSport = { sport: Sport; assumed: boolean };

/** Many GPX files name no sport. This is a running diary, so one that moved at a running pace counts as a run, and says so. */
export function chooseSport(activity: ParsedActivity): ChosenSport {
  if (activity.sport !== 'unknown') return { sport: names[activity.sport], assumed: false };
  const seconds = activity.movingS ?? activity.timerS;
  const speed = seconds > 0 ? activity.distanceM / seconds : 0;
  const ran = speed >= RUNNING[0] && speed <= RUNNING[1];
  return ran ? { sport: 'run', assumed: true } : { sport: 'other', assumed: false };
}
