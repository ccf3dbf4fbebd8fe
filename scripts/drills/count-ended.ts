import { setTimeout as sleep } from 'node:timers/promises';
import type { Replica } from './stage.ts';

/** Of these replicas, how many have come to an end that nobody of the drill brought about. */
export async function countEnded(replicas: readonly Replica[]): Promise<number> {
  const alive = Symbol('alive');
  const states = await Promise.all(
    replicas.map(({ part }) => Promise.race([part.died, sleep(50, alive)])),
  );
  return states.filter((state) => state !== alive).length;
}
