import { fitCrc } from './fit-crc.ts';

/** Just enough of the FIT protocol to write the oddities that tests need; real writers avoid them. */
export const base = {
  enum: 0x00,
  uint8: 0x02,
  string: 0x07,
  byte: 0x0d,
  sint32: 0x85,
  uint16: 0x84,
  uint32: 0x86,
} as const;
type TestField = [number: number, baseType: number, value: number | string | number[]];
type TestDeveloperField = [number: number, developerIndex: number, baseType: number, value: number];

export type FitTestFile = {
  message(global: number, fields: TestField[], developerFields?: TestDeveloperField[]): FitTestFile;
  /** A record whose time is only five bits in the header of local message 1; define it first. */
  compressed(timeOffset: number, fields: TestField[]): FitTestFile;
  raw(...bytes: number[]): FitTestFile;
  data(): number[];
  close(options?: { headerSize?: 12 | 14 }): Uint8Array<ArrayBuffer>;
};

export const FIT_EPOCH_S = 631_065_600;
/** 2024-05-01T06:00:00Z, as FIT seconds. */
export const MORNING = Date.UTC(2024, 4, 1, 6) / 1000 - FIT_EPOCH_S;

export function fitTestFile({ bigEndian = false } = {}): FitTestFile {
  const out: number[] = [];
  const number = (value: number, size: number): number[] => {
    const bytes = Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 0xff);
    return bigEndian ? bytes.toReversed() : bytes;
  };
  const sizeOf = (baseType: number) => ({ 0x84: 2, 0x85: 4, 0x86: 4 })[baseType] ?? 1;
  const encode = ([, baseType, value]: TestField): number[] => {
    if (typeof value === 'string') return [...Buffer.from(`${value}\0`)];
    if (typeof value === 'number') return number(value, sizeOf(baseType));
    return value.flatMap((one) => number(one, sizeOf(baseType)));
  };

  const file: FitTestFile = {
    message(global, fields, developerFields = []) {
      const flag = developerFields.length > 0 ? 0x20 : 0;
      out.push(0x40 | flag, 0, bigEndian ? 1 : 0, ...number(global, 2), fields.length);
      for (const field of fields) out.push(field[0], encode(field).length, field[1]);
      if (flag !== 0) out.push(developerFields.length);
      for (const [id, index, type] of developerFields) out.push(id, sizeOf(type), index);
      out.push(0, ...fields.flatMap(encode));
      for (const [, , type, value] of developerFields) out.push(...number(value, sizeOf(type)));
      return file;
    },
    compressed(timeOffset, fields) {
      out.push(0x41, 0, 0, ...number(20, 2), fields.length + 1, 253, 4, base.uint32);
      for (const field of fields) out.push(field[0], encode(field).length, field[1]);
      out.push(0x80 | (1 << 5) | (timeOffset & 31), ...fields.flatMap(encode));
      return file;
    },
    raw(...bytes) {
      out.push(...bytes);
      return file;
    },
    data: () => out,
    close({ headerSize = 14 } = {}) {
      const bytes = new Uint8Array(headerSize + out.length + 2);
      const view = new DataView(bytes.buffer);
      bytes.set([headerSize, 0x20, 0x54, 0x08]);
      view.setUint32(4, out.length, true);
      bytes.set(Buffer.from('.FIT'), 8);
      if (headerSize === 14) view.setUint16(12, fitCrc(bytes.subarray(0, 12)), true);
      bytes.set(out, headerSize);
      view.setUint16(bytes.length - 2, fitCrc(bytes.subarray(0, bytes.length - 2)), true);
      return bytes;
    },
  };
  return file;
}

export function fileId(file: FitTestFile, type = 4): FitTestFile {
  return file.message(0, [
    [0, base.enum, type],
    [1, base.uint16, 1],
    [2, base.uint16, 3113],
    [4, base.uint32, MORNING],
  ]);
}

export type TestRecord = { at: number; d?: number; hr?: number; cadence?: number; power?: number };

export function record(file: FitTestFile, { at, d, hr, cadence, power }: TestRecord): FitTestFile {
  const fields: TestField[] = [[253, base.uint32, MORNING + at]];
  if (d !== undefined) fields.push([5, base.uint32, Math.round(d * 100)]);
  if (hr !== undefined) fields.push([3, base.uint8, hr]);
  if (cadence !== undefined) fields.push([4, base.uint8, cadence]);
  if (power !== undefined) fields.push([7, base.uint16, power]);
  return file.message(20, fields);
}

export type TestSession = {
  at: number;
  elapsed: number;
  timer?: number;
  distance?: number;
  sport?: number;
  subSport?: number;
  avgHr?: number;
};

export function session(file: FitTestFile, values: TestSession): FitTestFile {
  const { at, elapsed, timer = elapsed, distance = 0, sport = 1, subSport = 0, avgHr } = values;
  const fields: TestField[] = [
    [253, base.uint32, MORNING + at + elapsed],
    [2, base.uint32, MORNING + at],
    [5, base.enum, sport],
    [6, base.enum, subSport],
    [7, base.uint32, elapsed * 1000],
    [8, base.uint32, timer * 1000],
    [9, base.uint32, Math.round(distance * 100)],
  ];
  if (avgHr !== undefined) fields.push([16, base.uint8, avgHr]);
  return file.message(18, fields);
}

/** An ordinary run: 1 Hz, 3 m/s, 150 bpm, 85 strides a minute. */
export function plainRun(seconds: number): FitTestFile {
  const file = fileId(fitTestFile());
  for (let at = 0; at <= seconds; at++) record(file, { at, d: at * 3, hr: 150, cadence: 85 });
  return session(file, { at: 0, elapsed: seconds, distance: seconds * 3, avgHr: 150 });
}
