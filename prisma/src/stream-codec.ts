import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Every column a stored run may have; each is index-aligned with `t`. NaN = no reading. */
export const storedColumns = [
  't',
  'd',
  'hr',
  'cadence',
  'altitude',
  'lat',
  'lon',
  'speed',
  'power',
  'temperature',
] as const;
export type StoredColumn = (typeof storedColumns)[number];
export type StoredStream = { t: Float64Array } & { [C in StoredColumn]?: Float64Array };

export const STREAM_CODEC = 'delta-varint-deflate/1';

/**
 * Steps per unit: what one stored step is worth. Finer than any sensor, so nothing measurable is lost:
 * 1 ms, 1 cm, 1 bpm/10, 1e-7 degrees (about 1 cm) …
 */
const scale: Record<StoredColumn, number> = {
  t: 1000,
  d: 100,
  hr: 10,
  cadence: 10,
  altitude: 100,
  lat: 1e7,
  lon: 1e7,
  speed: 1000,
  power: 1,
  temperature: 10,
};

/**
 * Packs a run's samples: each column as zigzag varints of differences, all columns deflated together.
 * Layout before deflate: u8 number of columns, then per column u8 index, u32 byte length, bytes; a value is
 * `2·zigzag(delta)`, always even, so that the code 1 can mark "no reading" without touching the running value.
 */
export function encodeStream(stream: StoredStream): Buffer {
  const samples = stream.t.length;
  const parts: Buffer[] = [];
  let columns = 0;
  for (const [index, name] of storedColumns.entries()) {
    const values = stream[name];
    if (!values) continue;
    if (values.length !== samples) throw new RangeError(`column ${name} is not aligned with t`);
    const bytes = encodeColumn(values, scale[name]);
    const head = Buffer.alloc(5);
    head.writeUInt8(index, 0);
    head.writeUInt32LE(bytes.length, 1);
    parts.push(head, bytes);
    columns += 1;
  }
  return deflateRawSync(Buffer.concat([Buffer.from([columns]), ...parts]), { level: 6 });
}

export function decodeStream(data: Uint8Array, samples: number, codec: string): StoredStream {
  if (codec !== STREAM_CODEC) throw new RangeError(`unknown stream codec ${codec}`);
  const bytes = inflateRawSync(data);
  const decoded: Partial<Record<StoredColumn, Float64Array>> = {};
  let at = 1;
  for (let column = 0; column < (bytes[0] ?? 0); column++) {
    const name = storedColumns[bytes.readUInt8(at)];
    const length = bytes.readUInt32LE(at + 1);
    at += 5;
    // A column a later release added: this release has no use for it, and skipping keeps old code working.
    if (name) decoded[name] = decodeColumn(bytes.subarray(at, at + length), samples, scale[name]);
    at += length;
  }
  const { t, ...rest } = decoded;
  if (!t) throw new RangeError('a stored stream has no time column');
  return { t, ...rest };
}

function encodeColumn(values: Float64Array, perUnit: number): Buffer {
  const out = Buffer.allocUnsafe(values.length * 8);
  let at = 0;
  let previous = 0;
  for (const value of values) {
    if (Number.isNaN(value)) {
      out[at++] = 1;
      continue;
    }
    const step = Math.round(value * perUnit);
    const delta = step - previous;
    previous = step;
    // Zigzag, then shifted by one bit so that the odd code 1 stays free for "no reading". Arithmetic, not
    // bit operations: a first longitude in 1e-7 degrees does not fit 32 bits after two shifts.
    let code = (delta >= 0 ? delta * 2 : -delta * 2 - 1) * 2;
    while (code >= 128) {
      out[at++] = (code % 128) + 128;
      code = Math.floor(code / 128);
    }
    out[at++] = code;
  }
  return out.subarray(0, at);
}

function decodeColumn(bytes: Uint8Array, samples: number, perUnit: number): Float64Array {
  const values = new Float64Array(samples);
  let at = 0;
  let previous = 0;
  for (let i = 0; i < samples; i++) {
    let code = 0;
    let weight = 1;
    let byte = bytes[at++];
    while (byte !== undefined && byte >= 128) {
      code += (byte - 128) * weight;
      weight *= 128;
      byte = bytes[at++];
    }
    if (byte === undefined) throw new RangeError('a stored stream ends early');
    code += byte * weight;
    if (code === 1) {
      values[i] = Number.NaN;
      continue;
    }
    const zigzag = code / 2;
    previous += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    values[i] = previous / perUnit;
  }
  return values;
}
