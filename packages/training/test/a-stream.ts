import type { Stream } from '../src/stream.ts';

/** A stretch of a run at one pace. */
export type Leg = { seconds: number; speed: number; hr?: number; grade?: number };

/** A run sampled every second from legs; sensors only where a leg names them. */
export function aStream(legs: readonly Leg[], stepS = 1): Stream {
  const t: number[] = [0];
  const d: number[] = [0];
  const first = legs[0];
  const hr: number[] = [first?.hr ?? NaN];
  const altitude: number[] = [100];
  for (const leg of legs)
    for (let second = 0; second < leg.seconds; second += stepS) {
      const step = leg.speed * stepS;
      t.push(t.at(-1)! + stepS);
      d.push(d.at(-1)! + step);
      hr.push(leg.hr ?? NaN);
      altitude.push(altitude.at(-1)! + step * (leg.grade ?? 0));
    }
  const stream: Stream = { t: Float64Array.from(t), d: Float64Array.from(d) };
  if (legs.some((leg) => leg.hr !== undefined)) stream.hr = Float64Array.from(hr);
  if (legs.some((leg) => leg.grade !== undefined)) stream.altitude = Float64Array.from(altitude);
  return stream;
}

/** Every number reachable in a value; used to prove that none is NaN or infinite. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}
