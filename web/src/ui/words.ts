import type { RunKind, Sport } from '@evensplit/contracts';

export const kindWords: Record<RunKind, string> = {
  easy: 'Easy run',
  recovery: 'Recovery run',
  long: 'Long run',
  tempo: 'Tempo run',
  interval: 'Intervals',
  race: 'Race',
  'run-walk': 'Run and walk',
  trail: 'Trail run',
  treadmill: 'Treadmill',
  unknown: 'Run',
  other: 'Run',
};

export const sportWords: Record<Sport, string> = {
  run: 'Run',
  ride: 'Ride',
  swim: 'Swim',
  walk: 'Walk',
  hike: 'Hike',
  ski: 'Ski',
  strength: 'Strength',
  other: 'Other',
};

export function typeWord(activity: { sport: Sport; kind: RunKind }): string {
  return activity.sport === 'run' ? kindWords[activity.kind] : sportWords[activity.sport];
}
