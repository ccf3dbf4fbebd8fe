import { estimate } from './estimate.ts';
import { none, type None, type Result } from './result.ts';
import type { SteadySection } from './steady-section.ts';

/**
 * Decoupling, %: 100 (E1 − E2)/E1 with E = speed ÷ heart rate of the first and second half (`decoupling/1`, as
 * GoldenCheetah's AerobicDecoupling.cpp). Above 5 % = above the aerobic threshold or fatigued (Friel). `INVALID_INPUT`.
 */
export function decouplingBetween(
  first: { speed: number; bpm: number },
  second: { speed: number; bpm: number },
): Result {
  if (!(first.speed > 0) || !(first.bpm > 0) || !(second.speed >= 0) || !(second.bpm > 0))
    return none('INVALID_INPUT', 'speeds and heart rates must be positive');
  const early = first.speed / first.bpm;
  const late = second.speed / second.bpm;
  return estimate((100 * (early - late)) / early, '%', 'decoupling/1');
}

/** Of a run, halves by moving time, only time with heart rate. Reasons as `steadySection`. */
export function decoupling(section: SteadySection | None): Result {
  if ('reason' in section) return section;
  const blocks = section.seconds.length;
  const middle = blocks >> 1;
  return decouplingBetween(meanOf(section, 0, middle), meanOf(section, middle, blocks));
}

function meanOf(section: SteadySection, from: number, to: number): { speed: number; bpm: number } {
  let seconds = 0;
  let metres = 0;
  let beats = 0;
  for (let k = from; k < to; k++) {
    seconds += section.seconds[k]!;
    metres += section.metres[k]!;
    beats += section.beats[k]!;
  }
  return { speed: metres / seconds, bpm: beats / seconds };
}
