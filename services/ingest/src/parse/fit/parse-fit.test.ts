import { describe, expect, it } from '@jest/globals';
import { parseBytes } from '../parse-bytes.ts';
import type { ParsedFile } from '../parse-result.ts';
import {
  base,
  fileId,
  FIT_EPOCH_S,
  fitTestFile,
  MORNING,
  plainRun,
  record,
  session,
  type FitTestFile,
} from './fit-test-file.ts';

const startedAt = (MORNING + FIT_EPOCH_S) * 1000;

function read(bytes: Uint8Array<ArrayBuffer>): ParsedFile {
  const result = parseBytes(bytes);
  if (result.outcome === 'refused') throw new Error(`${result.code}: ${result.message}`);
  return result;
}

function readOne(file: FitTestFile) {
  const result = read(file.close());
  expect(result.activities).toHaveLength(1);
  return { ...result, activity: result.activities[0]! };
}

function codes(result: ParsedFile): string[] {
  return result.warnings.map((warning) => warning.code);
}

function event(file: FitTestFile, at: number, type: number): FitTestFile {
  return file.message(21, [
    [253, base.uint32, MORNING + at],
    [0, base.enum, 0],
    [1, base.enum, type],
  ]);
}

describe('a plain FIT run', () => {
  it('is read whole, with steps instead of strides', () => {
    const { outcome, activity, warnings } = readOne(plainRun(120));
    expect({ outcome, warnings }).toEqual({ outcome: 'parsed', warnings: [] });
    expect(activity).toMatchObject({
      format: 'fit',
      sport: 'run',
      startedAt,
      elapsedS: 120,
      timerS: 120,
      distanceM: 360,
      avgHr: 150,
      avgCadenceSpm: 170,
      recordCount: 121,
      manufacturer: 'garmin',
      part: { index: 1, of: 1 },
    });
    expect(activity.deviceName).toMatch(/forerunner 945/iu);
    expect(activity.samples.t.slice(0, 3)).toEqual(Float64Array.of(0, 1, 2));
    expect(activity.samples.cadence?.[7]).toBe(170);
    expect(activity.samples.lat).toBeUndefined();
  });

  it('may be big-endian and have the old header', () => {
    const file = fileId(fitTestFile({ bigEndian: true }));
    for (let at = 0; at < 10; at++) record(file, { at, d: at * 3, hr: 140 });
    session(file, { at: 0, elapsed: 9, distance: 27 });
    expect(read(file.close({ headerSize: 12 })).activities[0]).toMatchObject({
      distanceM: 27,
      avgHr: 140,
    });
  });

  it('may write its session before its records, or none at all', () => {
    const first = session(fileId(fitTestFile()), { at: 0, elapsed: 9, distance: 27 });
    for (let at = 0; at < 10; at++) record(first, { at, d: at * 3 });
    expect(readOne(first).activity).toMatchObject({ recordCount: 10, distanceM: 27 });

    const none = fileId(fitTestFile());
    for (let at = 0; at < 10; at++) record(none, { at, d: at * 3, hr: 130 + at });
    const result = readOne(none);
    expect(codes(result)).toEqual(['totals_computed']);
    expect(result.activity).toMatchObject({
      sport: 'unknown',
      elapsedS: 9,
      distanceM: 27,
      avgHr: 134.5,
    });
  });
});

describe('heart rate', () => {
  it('of 0 and 255 is no reading, and an average of 0 is computed from what was read', () => {
    const file = fileId(fitTestFile());
    for (let at = 0; at < 20; at++) record(file, { at, hr: at < 5 ? 0 : at < 10 ? 255 : 150 });
    session(file, { at: 0, elapsed: 19, avgHr: 0 });
    const { activity } = readOne(file);
    expect(activity.avgHr).toBe(150);
    expect([...activity.samples.hr!].filter(Number.isNaN)).toHaveLength(10);
  });

  it('too high to be true is kept but flagged', () => {
    const file = fileId(fitTestFile());
    for (let at = 0; at < 20; at++) record(file, { at, hr: 235 });
    const result = readOne(session(file, { at: 0, elapsed: 19, avgHr: 235 }));
    expect(result.activity.provenance.heartRate).toBe('implausible');
    expect(codes(result)).toContain('heart_rate_implausible');
  });

  it('stored by a strap is merged, through roll-overs of its 12-bit clock and from a chained file', () => {
    const run = fileId(fitTestFile());
    for (let at = 0; at < 60; at++) record(run, { at, d: at });
    session(run, { at: 0, elapsed: 59, distance: 59 });
    const strap = fileId(fitTestFile()).message(132, [
      [253, base.uint32, MORNING],
      [6, base.uint8, [100]],
      [9, base.uint32, [5000 * 1024]],
    ]);
    for (let beat = 1; beat <= 58; beat += 2) {
      const [a, b] = [(beat * 1024) & 0xfff, ((beat + 1) * 1024) & 0xfff];
      strap.message(132, [
        [6, base.uint8, [100 + beat, 101 + beat]],
        [10, base.byte, [a & 0xff, (a >> 8) | ((b & 0xf) << 4), b >> 4]],
      ]);
    }
    const chained = Uint8Array.from([...run.close(), ...strap.close()]);
    const { activities, warnings } = read(chained);
    expect(warnings).toEqual([]);
    expect(activities).toHaveLength(1);
    expect(activities[0]!.provenance.heartRate).toBe('merged');
    expect(activities[0]!.samples.hr![30]).toBe(130);
    expect(activities[0]!.samples.hr![57]).toBe(157);

    chained[chained.length - 1]! ^= 1;
    const damaged = read(chained);
    expect([damaged.outcome, codes(damaged)]).toEqual(['salvaged', ['checksum_wrong']]);
  });
});

describe('developer fields', () => {
  function describePower(file: FitTestFile, name: string): FitTestFile {
    return file.message(206, [
      [0, base.uint8, 0],
      [1, base.uint8, 9],
      [2, base.uint8, base.uint16],
      [3, base.string, name],
    ]);
  }

  it('never replace a native field of the same name', () => {
    const file = describePower(fileId(fitTestFile()), 'heart_rate');
    for (let at = 0; at < 5; at++) {
      const fields = [[253, base.uint32, MORNING + at] as const, [3, base.uint8, 150] as const];
      file.message(
        20,
        fields.map((field) => [...field]),
        [[9, 0, base.uint16, 77]],
      );
    }
    expect(readOne(file).activity.samples.hr![2]).toBe(150);
  });

  it('give running power where the watch has none of its own', () => {
    const file = describePower(fileId(fitTestFile()), 'Power');
    for (let at = 0; at < 5; at++) {
      file.message(20, [[253, base.uint32, MORNING + at]], [[9, 0, base.uint16, 250 + at]]);
    }
    const { activity } = readOne(file);
    expect(activity.samples.power![4]).toBe(254);
    expect(activity.provenance.powerSource).toBe('developer_field');
  });

  it('named after parts of an object are only names', () => {
    const file = describePower(fileId(fitTestFile()), '__proto__');
    for (let at = 0; at < 5; at++) {
      file.message(20, [[253, base.uint32, MORNING + at]], [[9, 0, base.uint16, 1]]);
    }
    expect(readOne(file).activity.recordCount).toBe(5);
  });

  it('may come without a description', () => {
    const file = fileId(fitTestFile());
    for (let at = 0; at < 5; at++) {
      file.message(20, [[253, base.uint32, MORNING + at]], [[1, 3, base.uint16, 1]]);
    }
    expect(readOne(file).activity.recordCount).toBe(5);
  });
});

describe('old watches', () => {
  it('have compressed timestamps and packed speed and distance, which rolls over every 256 m', () => {
    const file = record(fileId(fitTestFile()), { at: 0 });
    const start = MORNING;
    for (let at = 1; at <= 150; at++) {
      const sixteenths = (at * 48) & 0xfff;
      const packed = [300 & 0xff, (300 >> 8) | ((sixteenths & 0xf) << 4), sixteenths >> 4];
      file.compressed(start + at, [[8, base.byte, packed]]);
    }
    const { activity } = readOne(file);
    expect(activity.elapsedS).toBe(150);
    expect(activity.samples.speed![50]).toBe(3);
    expect(activity.distanceM).toBe(450);
  });

  it('that never knew the date keep their durations and say so', () => {
    const file = fileId(fitTestFile());
    for (let at = 0; at < 10; at++) file.message(20, [[253, base.uint32, 17_000_000 + at]]);
    const result = readOne(file);
    expect(result.activity.provenance.clockFlags).toEqual(['date_unknown']);
    expect(result.activity.elapsedS).toBe(9);
    expect(codes(result)).toContain('date_unknown');
  });
});

describe('several activities in one file', () => {
  it('are told apart by the time of their sessions, and each counts its own metres', () => {
    const file = fileId(fitTestFile());
    session(file, { at: 100, elapsed: 99, distance: 297, sport: 1 });
    session(file, { at: 0, elapsed: 99, distance: 1000, sport: 2 });
    for (let at = 0; at < 200; at++) {
      record(file, { at, d: at < 100 ? (at * 1000) / 99 : 1000 + (at - 100) * 3 });
    }
    const { activities } = read(file.close());
    expect(
      activities.map((one) => [one.sport, one.recordCount, one.part.index, one.part.of]),
    ).toEqual([
      ['ride', 100, 1, 2],
      ['run', 100, 2, 2],
    ]);
    expect(activities[1]!.samples.d![0]).toBe(0);
    expect(activities[1]!.samples.d!.at(-1)).toBeCloseTo(297);
    expect(activities[1]!.startedAt).toBe(startedAt + 100_000);
  });

  it('may be chained files, of which a bad one does not cost the good one', () => {
    const good = plainRun(30).close();
    expect(read(Uint8Array.from([...good, ...good])).activities).toHaveLength(2);
    const followed = read(Uint8Array.from([...good, ...good.slice(0, 14)]));
    expect(followed.activities).toHaveLength(1);
    expect([followed.outcome, codes(followed)]).toEqual(['parsed', ['trailing_bytes']]);
    const garbage = read(Uint8Array.from([...good, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(codes(garbage)).toEqual(['trailing_bytes']);
  });
});

describe('pauses', () => {
  it('lie between stop and start of the timer; the last stop pauses nothing', () => {
    const file = event(fileId(fitTestFile()), 0, 0);
    for (let at = 0; at <= 100; at++) record(file, { at, d: at });
    event(event(event(file, 40, 4), 55, 0), 100, 4);
    const { activity } = readOne(session(file, { at: 0, elapsed: 100, timer: 85, distance: 100 }));
    expect(activity.pauses).toEqual([[40, 55]]);
    expect(activity.timerS).toBe(85);
  });

  it('count against the clock when no session tells the timer', () => {
    const file = event(fileId(fitTestFile()), 0, 0);
    for (let at = 0; at <= 100; at++) record(file, { at, d: at });
    event(event(file, 40, 4), 55, 0);
    expect(readOne(file).activity).toMatchObject({ elapsedS: 100, timerS: 85 });
  });
});

describe('files that are no activity', () => {
  it.each([
    [6, 'course'],
    [5, 'workout'],
    [2, 'settings'],
    [9, 'weight'],
    [32, 'monitoring'],
  ])('of type %d are refused by name', (type, word) => {
    const file = fileId(fitTestFile(), type);
    for (let at = 0; at < 5; at++) record(file, { at });
    const result = parseBytes(file.close());
    expect(result).toMatchObject({ outcome: 'refused', code: 'fit_not_activity' });
    expect(result.outcome === 'refused' && result.message).toContain(word);
  });

  it('hold nothing', () => {
    expect(parseBytes(fileId(fitTestFile()).close())).toMatchObject({ code: 'activity_empty' });
    expect(parseBytes(fitTestFile().close())).toMatchObject({ code: 'fit_damaged' });
  });
});

describe('damaged FIT files', () => {
  it('with a wrong checksum are at best salvaged', () => {
    const bytes = plainRun(60).close();
    bytes[bytes.length - 1]! ^= 0xff;
    const result = read(bytes);
    expect([result.outcome, codes(result)]).toEqual(['salvaged', ['checksum_wrong']]);
    expect(result.activities[0]!.recordCount).toBe(61);
  });

  it('keep the run behind a few lost bytes', () => {
    const bytes = plainRun(300).close();
    const middle = Math.floor(bytes.length / 2);
    const result = read(Uint8Array.from([...bytes.slice(0, middle), ...bytes.slice(middle + 3)]));
    expect(result.outcome).toBe('salvaged');
    expect(codes(result)).toContain('data_skipped');
    const { recordCount, elapsedS, distanceM } = result.activities[0]!;
    expect(recordCount).toBeGreaterThan(295);
    expect({ elapsedS, distanceM }).toEqual({ elapsedS: 300, distanceM: 900 });
  });

  it('find the run again however often bytes are lost', () => {
    const bytes = plainRun(2000).close();
    const pieces: number[] = [];
    for (let at = 0; at < bytes.length; at += 3000) pieces.push(...bytes.slice(at, at + 2990));
    const { recordCount } = read(Uint8Array.from(pieces)).activities[0]!;
    expect(recordCount).toBeGreaterThan(1950);
  });

  it('with a summary that contradicts the records compute their own', () => {
    const file = fileId(fitTestFile());
    for (let at = 0; at <= 60; at++) record(file, { at, d: at * 3 });
    session(file, { at: 0, elapsed: 60, distance: 40_000 });
    const bytes = file.close();
    bytes[bytes.length - 1]! ^= 0xff;
    const result = read(bytes);
    expect(codes(result)).toEqual(['checksum_wrong', 'data_skipped', 'totals_computed']);
    expect(result.activities[0]!.distanceM).toBe(180);
  });

  it('cut at every sixteenth are partial or refused, never a silent half run', () => {
    const bytes = plainRun(600).close();
    let previous = 0;
    for (let part = 1; part < 16; part++) {
      const result = read(bytes.slice(0, Math.floor((bytes.length * part) / 16)));
      expect([result.outcome, codes(result)]).toEqual(['partial', ['file_cut', 'totals_computed']]);
      const { recordCount, elapsedS } = result.activities[0]!;
      expect(recordCount).toBeGreaterThan(previous);
      expect(elapsedS).toBe(recordCount - 1);
      previous = recordCount;
    }
  });
});
