import type { RunClass } from '@evensplit/training';

const classes: readonly RunClass[] = [
  'race',
  'interval',
  'tempo',
  'long',
  'easy',
  'recovery',
  'run-walk',
  'treadmill',
  'trail',
  'unknown',
];

/** A stored word as a run class; null for a word of another release. */
export function toRunClass(kind: string): RunClass | null {
  return classes.find((known) => known === kind) ?? null;
}
