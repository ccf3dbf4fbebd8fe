import type { MovingMask } from './moving-time.ts';
import type { Stream } from './stream.ts';

/** Longest pause and longest hole between samples that an effort may contain, s (science.md §7, policy). */
const LONGEST_PAUSE_S = 10;
const LONGEST_GAP_S = 15;

/** Start and end times of every pause > 10 s and recording gap > 15 s, in order and disjoint. */
export type Interruptions = { from: Float64Array; to: Float64Array };

export function interruptionsOf(stream: Stream, moving: MovingMask): Interruptions {
  const { t } = stream;
  const { mask } = moving;
  const n = t.length;
  const from: number[] = [];
  const to: number[] = [];
  let i = 1;
  while (i < n) {
    const isGap = t[i]! - t[i - 1]! > LONGEST_GAP_S;
    if (mask[i] === 1 && !isGap) {
      i++;
      continue;
    }
    const first = i;
    while (i + 1 < n && (mask[i + 1] === 0 || t[i + 1]! - t[i]! > LONGEST_GAP_S)) i++;
    if (t[i]! - t[first - 1]! > LONGEST_PAUSE_S) {
      from.push(t[first - 1]!);
      to.push(t[i]!);
    }
    i++;
  }
  return { from: Float64Array.from(from), to: Float64Array.from(to) };
}

/** Whether a stretch shares more than a point with an interruption. O(log k). */
export function isInterrupted(interruptions: Interruptions, startS: number, endS: number): boolean {
  const { from, to } = interruptions;
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (to[middle]! <= startS) low = middle + 1;
    else high = middle;
  }
  return low < from.length && from[low]! < endS;
}
