import { z } from 'zod';

/**
 * What else the file said about how it was recorded and what the derivation needs again: kept with the run, as the
 * `extra` of a row of its own, because samples and laps have no place for it.
 */
export const Recording = z.object({
  /** The device's pauses, seconds of the stream. */
  pauses: z.array(z.tuple([z.number(), z.number()])),
  /** What ended each lap, by index; automatic laps say nothing about a workout. */
  lapTriggers: z.array(z.string().nullable()),
  distanceFrom: z.string(),
  /** The file's own words call it a race: a hint, never more. */
  saysRace: z.boolean(),
});
export type Recording = z.infer<typeof Recording>;

export const RECORDING = 'activity.recording';

/** 1 for intervals (ending at that sample) in which the timer ran, 0 for those that are mostly pause; none without pauses. */
export function pauseMask(
  t: Float64Array,
  pauses: readonly (readonly [number, number])[],
): Uint8Array | undefined {
  if (pauses.length === 0) return undefined;
  const mask = new Uint8Array(t.length).fill(1);
  let first = 0;
  for (let i = 1; i < t.length; i++) {
    const from = t[i - 1] ?? 0;
    const to = t[i] ?? 0;
    while (first < pauses.length && (pauses[first]?.[1] ?? 0) <= from) first++;
    let rested = 0;
    for (let k = first; k < pauses.length; k++) {
      const [start, end] = pauses[k] ?? [to, to];
      if (start >= to) break;
      rested += Math.min(end, to) - Math.max(start, from);
    }
    if (rested > (to - from) / 2) mask[i] = 0;
  }
  return mask;
}
