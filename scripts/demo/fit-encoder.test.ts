import { describe, expect, it } from '@jest/globals';
import { ActivityWriteError } from './activity-write-error.ts';
import { fitCrc } from './fit-crc.ts';
import { createFitEncoder, type FitField, type FitValues } from './fit-encoder.ts';
import { fitTime, RECORD } from './fit-messages.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function encode(fields: FitField[], values: FitValues): Uint8Array {
  const encoder = createFitEncoder();
  encoder.define(0, { name: 'test', global: 1, fields });
  encoder.write(0, values);
  return encoder.finish();
}

function refusal(values: FitValues): ActivityWriteError {
  const encoder = createFitEncoder();
  encoder.define(0, RECORD);
  try {
    encoder.write(0, values);
  } catch (error) {
    if (error instanceof ActivityWriteError) return error;
  }
  throw new Error('Nothing was refused');
}

describe('fitCrc', () => {
  it('is CRC-16/ARC', () => {
    expect(fitCrc(bytesOf('123456789'))).toBe(0xbb3d);
    expect(fitCrc(new Uint8Array())).toBe(0);
  });

  it('comes to zero over data followed by its own sum', () => {
    const data = bytesOf('even splits');
    const crc = fitCrc(data);
    expect(fitCrc(Uint8Array.of(...data, crc & 0xff, crc >> 8))).toBe(0);
  });
});

describe('createFitEncoder', () => {
  it('writes header, definition, data and sums byte by byte', () => {
    const file = encode(
      [
        { name: 'a', number: 4, type: 'uint16', scale: 10, offset: 5 },
        { name: 'b', number: 9, type: 'sint8' },
        { name: 'c', number: 7, type: 'string', bytes: 4 },
      ],
      { a: 1.2, b: -3, c: 'ab' },
    );
    expect([...file.subarray(0, 12)]).toEqual([
      14, 0x20, 0x54, 0x08, 23, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54,
    ]);
    expect([...file.subarray(14, 29)]).toEqual([
      0x40, 0, 0, 1, 0, 3, 4, 2, 0x84, 9, 1, 0x01, 7, 4, 0x07,
    ]);
    expect([...file.subarray(29, 37)]).toEqual([0, 62, 0, 0xfd, 0x61, 0x62, 0, 0]);
    expect(fitCrc(file.subarray(0, 14))).toBe(0);
    expect(fitCrc(file)).toBe(0);
  });

  it('writes the sentinel of the type where there is no value', () => {
    const file = encode(
      [
        { name: 'a', number: 0, type: 'sint32' },
        { name: 'b', number: 1, type: 'uint32z' },
        { name: 'c', number: 2, type: 'uint8' },
      ],
      { a: null, b: undefined },
    );
    expect([...file.subarray(-11, -2)]).toEqual([0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0, 0xff]);
  });

  it('grows past the size it was told', () => {
    const encoder = createFitEncoder(1);
    encoder.define(3, {
      name: 'test',
      global: 1,
      fields: [{ name: 'a', number: 0, type: 'uint32' }],
    });
    for (let a = 0; a < 1000; a++) encoder.write(3, { a });
    const file = encoder.finish();
    expect(file.length).toBe(14 + 9 + 5 * 1000 + 2);
    expect(fitCrc(file)).toBe(0);
  });

  it.each([
    ['latDeg', 90.1, 'out_of_range'],
    ['lonDeg', 180, 'out_of_range'],
    ['distanceM', -0.02, 'out_of_range'],
    ['distanceM', 42_949_673, 'out_of_range'],
    ['altitudeM', -501, 'out_of_range'],
    ['heartRateBpm', 0, 'out_of_range'],
    ['heartRateBpm', 255, 'out_of_range'],
    ['strideRateFraction', 1, 'out_of_range'],
    ['temperatureC', 127, 'out_of_range'],
    ['speedMps', Number.NaN, 'not_a_number'],
    ['speedMps', Infinity, 'not_a_number'],
    ['timestamp', fitTime(Date.parse('1990-06-01T00:00:00Z')), 'out_of_range'],
  ])('refuses %s = %d', (name, value, code) => {
    expect(refusal({ [name]: value })).toMatchObject({ code, field: `record.${name}` });
  });

  it('refuses text that does not fit, an unknown layout and a seventeenth one', () => {
    const text: FitField[] = [{ name: 'a', number: 0, type: 'string', bytes: 4 }];
    expect(() => encode(text, { a: 'abcd' })).toThrow(ActivityWriteError);
    expect(() => createFitEncoder().write(0, {})).toThrow(ActivityWriteError);
    expect(() => createFitEncoder().define(16, RECORD)).toThrow(ActivityWriteError);
  });
});
