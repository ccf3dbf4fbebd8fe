import { describe, expect, it } from '@jest/globals';

import { aStream } from '../test/a-stream.ts';
import { compareRuns, type RunSummary } from './compare-runs.ts';
import { decoupling } from './decoupling.ts';
import { durability } from './durability.ts';
import { heartRateDrift } from './heart-rate-drift.ts';
import { movingMask, type MovingMask } from './moving-time.ts';
import { splitShape, splitsOf } from './splits.ts';
import { steadySection } from './steady-section.ts';
import type { Stream } from './stream.ts';

function maskOf(stream: Stream): MovingMask {
  const moving = movingMask(stream);
  if ('reason' in moving) throw new Error(moving.reason);
  return moving;
}

/** A run at a pace and a heart rate that each follow a rule per second. */
function aRun(seconds: number, speed: (s: number) => number, bpm: (s: number) => number): Stream {
  const stream = aStream([{ seconds, speed: 1, hr: 100 }]);
  for (let i = 0; i <= seconds; i++) {
    stream.hr![i] = bpm(i);
    if (i > 0) stream.d[i] = stream.d[i - 1]! + speed(i);
  }
  return stream;
}

function sectionOf(stream: Stream) {
  return steadySection(stream, stream.d, maskOf(stream), new Uint8Array(stream.t.length));
}

describe('decoupling and drift', () => {
  it('measure 140 → 147 bpm at one speed as 4.76 %', () => {
    const run = aRun(
      600 + 3600,
      () => 3,
      (s) => (s <= 2400 ? 140 : 147),
    );
    expect(decoupling(sectionOf(run)).value).toBeCloseTo(4.7619, 3);
  });
  it('find a drift of 8 bpm an hour inside its interval', () => {
    const drift = heartRateDrift(
      sectionOf(
        aRun(
          5400,
          () => 3,
          (s) => 140 + (8 * s) / 3600 + 2 * Math.sin(s / 150),
        ),
      ),
    );
    expect(drift.value).toBeGreaterThan(6.5);
    expect(drift.value).toBeLessThan(9.5);
    const [low, high] = drift.value === null ? [0, 0] : (drift.range ?? [0, 0]);
    expect(low).toBeLessThan(8);
    expect(high).toBeGreaterThan(8);
  });
  it.each([
    [
      'TOO_SHORT',
      aRun(
        3299,
        () => 3,
        () => 140,
      ),
    ],
    [
      'NOT_STEADY',
      aRun(
        5400,
        (s) => (s % 600 < 300 ? 2.5 : 3.5),
        () => 140,
      ),
    ],
    [
      'NOT_STEADY',
      aRun(
        5400,
        (s) => (s > 2000 && s <= 2130 ? 0 : 3),
        () => 140,
      ),
    ],
  ])('answer %s where the preconditions fail', (reason, run) => {
    expect(decoupling(sectionOf(run))).toMatchObject({ reason });
    expect(heartRateDrift(sectionOf(run))).toMatchObject({ reason });
  });
  it('need 95 % of the heart rate', () => {
    const run = aRun(
      5400,
      () => 3,
      () => 140,
    );
    const invalid = new Uint8Array(run.t.length).fill(1, 2000, 2400);
    expect(steadySection(run, run.d, maskOf(run), invalid)).toMatchObject({
      reason: 'LOW_COVERAGE',
    });
  });
});

describe('durability', () => {
  it('compares kilometres 35–40 with 5–10 of a marathon', () => {
    const run = aRun(
      14_400,
      () => 3,
      (s) => (s < 10_000 ? 150 : 165),
    );
    const result = durability(run, run.d, maskOf(run), new Uint8Array(run.t.length));
    expect(result).toMatchObject({ method: 'durability/1', band: 'moderate' });
    expect(result.value).toBeCloseTo(1.1, 6);
    expect('onsetM' in result ? result.onsetM : null).toBeGreaterThan(29_000);
  });
  it('uses shares of the time from ninety minutes on', () => {
    const run = aRun(
      7200,
      () => 3,
      (s) => (s < 5000 ? 150 : 153),
    );
    expect(durability(run, run.d, maskOf(run), new Uint8Array(run.t.length))).toMatchObject({
      method: 'durability-share/1',
      band: 'low',
      onsetM: null,
    });
    const short = aRun(
      5000,
      () => 3,
      () => 150,
    );
    expect(durability(short, short.d, maskOf(short), new Uint8Array(5001))).toMatchObject({
      reason: 'TOO_SHORT',
    });
  });
});

describe('splits', () => {
  const run = aStream([
    { seconds: 1000, speed: 2.5 },
    { seconds: 60, speed: 0 },
    { seconds: 700, speed: 3.5 },
  ]);
  it('are exact and lose neither time nor distance', () => {
    const splits = splitsOf(run, 1000, maskOf(run), run.d, new Uint8Array(run.t.length));
    const list = Array.isArray(splits) ? splits : [];
    expect(list.map(({ distanceM }) => Math.round(distanceM))).toEqual([
      1000, 1000, 1000, 1000, 950,
    ]);
    expect(list.reduce((sum, { elapsedS }) => sum + elapsedS, 0)).toBeCloseTo(1760, 6);
    expect(list.reduce((sum, { movingS }) => sum + movingS, 0)).toBeCloseTo(1700, 6);
    expect(list[0]).toMatchObject({ elapsedS: 400, speed: 2.5 });
    expect(list[2]!.elapsedS - list[2]!.movingS).toBeCloseTo(60, 6);
  });
  it('know a negative split, stops left out', () => {
    expect(splitShape(run, maskOf(run))).toMatchObject({ shape: 'negative' });
  });
});

describe('similar runs', () => {
  const easy: RunSummary = {
    surface: 'road',
    wbgtC: 12,
    movingS: 3000,
    isEasy: true,
    speed: 3,
    heartRate: 140,
    efficiency: 1.29,
    decoupling: null,
  };
  const at = (heartRate: number, change: Partial<RunSummary> = {}) => ({
    ...easy,
    heartRate,
    ...change,
  });
  it('are the athlete’s own, of like surface, heat and length', () => {
    const others = [
      at(139),
      at(141),
      at(142),
      at(120, { wbgtC: 20 }),
      at(120, { movingS: 6000 }),
      at(120, { surface: 'trail' }),
    ];
    expect(compareRuns(at(150), others)).toMatchObject({
      n: 3,
      heartRate: { value: 9, range: [8, 10], flags: [] },
      speed: { value: 0, flags: ['within-own-variation'] },
      decoupling: { reason: 'MISSING_INPUT' },
    });
  });
  it('are too few below three', () => {
    expect(compareRuns(easy, [at(139), at(141)])).toMatchObject({ reason: 'TOO_FEW' });
    expect(compareRuns({ ...easy, isEasy: false }, [])).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });
});
