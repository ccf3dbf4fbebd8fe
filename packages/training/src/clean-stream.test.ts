import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aStream } from '../test/a-stream.ts';
import { arbitraryStream, hostileNumber } from '../test/arbitrary-stream.ts';
import { bestEffortOver } from './best-efforts.ts';
import { cleanStream, type CleaningReport, type RawStream } from './clean-stream.ts';
import { checkStream, type Stream } from './stream.ts';

function cleaned(raw: RawStream, options = {}): { stream: Stream; report: CleaningReport } {
  const result = cleanStream(raw, options);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

const METRES_PER_DEGREE = 111_195.08;
/** A track straight north at 3 m/s, one fix per second. */
function track(seconds: number) {
  const t = Array.from({ length: seconds + 1 }, (_, i) => i);
  return { t, lat: t.map((s) => 50 + (3 * s) / METRES_PER_DEGREE), lon: t.map(() => 8) };
}

describe('cleaning a recording', () => {
  it('keeps what is clean: cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(arbitraryStream(), (stream) => {
        const once = cleaned(stream);
        expect(cleaned(once.stream).stream).toEqual(once.stream);
        expect([...once.stream.t]).toEqual([...stream.t]);
        expect(once.stream.d.at(-1)).toBeCloseTo(stream.d.at(-1)!, 6);
      }),
    );
  });

  it('always yields a stream that keeps its promises, from anything', () => {
    const column = fc.array(fc.oneof(hostileNumber, fc.constant(null)), {
      minLength: 0,
      maxLength: 60,
    });
    fc.assert(
      fc.property(column, column, column, column, (t, d, lat, lon) => {
        const n = Math.min(t.length, d.length, lat.length, lon.length);
        const raw = {
          t: t.slice(0, n),
          d: d.slice(0, n),
          lat: lat.slice(0, n),
          lon: lon.slice(0, n),
        };
        for (const input of [raw, { ...raw, d: undefined }]) {
          const result = cleanStream(input);
          expect('reason' in result ? null : checkStream(result.stream)).toBeNull();
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('drops duplicates and a stutter, and mends a clock that was set', () => {
    const stutter = cleaned({ t: [0, 1, 2, 2, 1, 2, 3], d: [0, 3, 6, 6, 6, 6, 9] });
    expect([...stutter.stream.t]).toEqual([0, 1, 2, 3]);
    expect(stutter.report).toMatchObject({ duplicateTimes: 2, backwardTimes: 1, clockJumps: 0 });
    const year = 631_065_600;
    const set = cleaned({
      t: [year, year + 1, year + 2, 1.7e9, 1.7e9 + 1, 1.7e9 + 2],
      d: [0, 3, 6, 9, 12, 15],
    });
    expect([...set.stream.t]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(set.report).toMatchObject({ clockJumps: 1 });
    const wild = cleaned({ t: [0, 1, 9e9, 2, 3], d: [0, 3, 6, 9, 12] });
    expect([...wild.stream.t]).toEqual([0, 1, 2, 3]);
  });

  it('counts a reset or a spike of device distance as nothing', () => {
    const { stream, report } = cleaned({ t: [0, 1, 2, 3, 4, 5], d: [0, 3, 6, 900, 9, 12] });
    expect(stream.d.at(-1)).toBeLessThan(13);
    expect(report.distanceSpikes).toBe(2);
    const reset = cleaned({ t: [0, 1, 2, 3], d: [100, 103, 0, 3] });
    expect([...reset.stream.d]).toEqual([0, 3, 3, 6]);
  });

  it('sums fixes where the device has no distance, and throws out the wild ones', () => {
    const plain = track(600);
    const straight = cleaned(plain);
    expect(straight.report.distanceFrom).toBe('fixes');
    expect(straight.stream.d.at(-1)).toBeCloseTo(1800, 0);
    const lat = plain.lat.with(300, plain.lat[300]! + 0.002);
    const wild = cleaned({ ...plain, lat });
    expect(wild.stream.d.at(-1)).toBeCloseTo(1800, 0);
    expect(wild.report.distanceSpikes).toBe(1);
    const island = cleaned({ ...plain, lat: plain.lat.with(10, 0), lon: plain.lon.with(10, 0) });
    expect(island.stream.d.at(-1)).toBeCloseTo(1800, 0);
    const vague = plain.t.map((s) => (s === 200 ? 80 : 5));
    expect(
      cleaned({ ...plain, lon: plain.lon.with(200, 8.0003), accuracy: vague }).stream.d.at(-1),
    ).toBeCloseTo(1800, 0);
  });

  it('bridges holes, and counts nothing for a ride through a long one', () => {
    const withHole = (from: number, to: number, extraM: number) => {
      const whole = track(600);
      const rows = whole.t.filter((s) => s < from || s > to);
      const north = (s: number) => whole.lat[s]! + (s > to ? extraM / METRES_PER_DEGREE : 0);
      return { t: rows, lat: rows.map(north), lon: rows.map(() => 8) };
    };
    expect(cleaned(withHole(300, 313, 0)).stream.d.at(-1)).toBeCloseTo(1800, 0);
    const onFoot = cleaned(withHole(300, 399, 0));
    expect(onFoot.stream.d.at(-1)).toBeCloseTo(1800, 0);
    expect(onFoot.report.distanceBreaks).toBe(1);
    expect(bestEffortOver(onFoot.stream, 1000)).toMatchObject({ interrupted: true });
    const ridden = cleaned(withHole(300, 399, 800));
    expect(ridden.stream.d.at(-1)).toBeCloseTo(1800 - 303, 0);
  });

  it('never sums fixes on a treadmill, and integrates speed as the last resort', () => {
    const still = track(600);
    expect(cleaned(still, { surface: 'treadmill' }).report.distanceFrom).toBe('none');
    const belt = cleaned({ ...still, speed: still.t.map(() => 2.5) }, { surface: 'treadmill' });
    expect(belt.report.distanceFrom).toBe('speed');
    expect(belt.stream.d.at(-1)).toBeCloseTo(1500, 6);
  });

  it('takes impossible readings for none and doubles strides of one foot', () => {
    const run = aStream([{ seconds: 300, speed: 3, hr: 140 }]);
    const hr = Array.from(run.hr ?? [], (bpm, i) => (i === 5 ? 0 : i === 6 ? 300 : bpm));
    const { stream, report } = cleaned({ ...run, hr, cadence: hr.map(() => 86) });
    expect(stream.hr?.[5]).toBeNaN();
    expect(stream.hr?.[6]).toBeNaN();
    expect(stream.cadence?.[100]).toBe(172);
    expect(report.cadenceDoubled).toBe(true);
  });

  it('needs two times and columns of one length', () => {
    expect(cleanStream({ t: [] })).toMatchObject({ reason: 'TOO_SHORT' });
    expect(cleanStream({ t: [3, 3, 3], d: [0, 1, 2] })).toMatchObject({ reason: 'TOO_SHORT' });
    expect(cleanStream({ t: [null, NaN, undefined] })).toMatchObject({ reason: 'TOO_SHORT' });
    expect(cleanStream({ t: [0, 1], d: [0] })).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});
