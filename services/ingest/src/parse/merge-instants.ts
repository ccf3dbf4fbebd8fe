import type { SampleColumns } from './parsed-activity.ts';
import type { RawSamples } from './sample-buffer.ts';

const optional = [
  'd',
  'lat',
  'lon',
  'hr',
  'cadence',
  'altitude',
  'speed',
  'power',
  'temperature',
] as const;

/**
 * Turns raw columns into strictly increasing seconds: samples of one instant become one, the later reading
 * wins. Columns without a reading are dropped.
 */
export function mergeInstants(
  raw: RawSamples,
  times: Float64Array,
  startedAt: number,
): SampleColumns {
  const target = new Int32Array(times.length);
  let count = 0;
  for (let i = 0; i < times.length; i++) {
    if (i === 0 || times[i]! > times[i - 1]!) count += 1;
    target[i] = count - 1;
  }
  const t = new Float64Array(count);
  for (let i = 0; i < times.length; i++) t[target[i]!] = (times[i]! - startedAt) / 1000;

  const merged: SampleColumns = { t };
  for (const name of optional) {
    const source = raw[name];
    if (source.every(Number.isNaN)) continue;
    const column =
      source instanceof Float64Array
        ? new Float64Array(count).fill(Number.NaN)
        : new Float32Array(count).fill(Number.NaN);
    for (let i = 0; i < source.length; i++) {
      if (!Number.isNaN(source[i]!)) column[target[i]!] = source[i]!;
    }
    Object.assign(merged, { [name]: column });
  }
  return merged;
}
