import type { Sport } from './parsed-activity.ts';
import { isOnFoot } from './name-sport.ts';

/**
 * Files count strides (one leg); the product speaks of steps. A few apps already write steps:
 * nobody runs 120 strides a minute, nobody walks 90.
 */
export function strideFactor(sport: Sport, cadence: Float32Array): 1 | 2 {
  if (!isOnFoot(sport)) return 1;
  const moving = cadence.filter((value) => value > 0).sort();
  const median = moving[moving.length >> 1];
  if (median === undefined) return 2;
  return median >= (sport === 'run' ? 120 : 90) ? 1 : 2;
}
