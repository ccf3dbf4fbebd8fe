import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aStream, numbersIn } from '../test/a-stream.ts';
import { arbitraryStream, hostileNumber } from '../test/arbitrary-stream.ts';
import { analyseRun, type RunContext } from './analyse-run.ts';
import { cleanStream } from './clean-stream.ts';
import { RUN_METRICS } from './run-metrics.ts';
import type { Stream } from './stream.ts';

const known: RunContext = {
  heart: { max: 190, rest: 50, threshold: 170, sex: 'M' },
  thresholdSpeed: 3.9,
  perceivedEffort: 4,
  longest30DaysM: 15_000,
};

function unfinished(value: unknown): number[] {
  return numbersIn(value).filter((number) => !Number.isFinite(number));
}

describe('analysing a run', () => {
  it('answers every metric of a steady hour with heart rate and hills', () => {
    const run = aStream([
      { seconds: 2400, speed: 3, hr: 140, grade: 0.01 },
      { seconds: 2400, speed: 3, hr: 146, grade: -0.01 },
    ]);
    const { metrics, classification, heartRateZones, paceZones } = analyseRun(run, [], known);
    expect(metrics.distance.value).toBeCloseTo(14_400, 6);
    expect(metrics.elevationGain.value).toBeGreaterThan(70);
    expect(metrics.paceLoad.value).toBeGreaterThan(70);
    expect(metrics.sessionRpe.value).toBeCloseTo(320, 6);
    // Heart rate stays at one value for longer than any heart does, so the sensor is not believed.
    expect(metrics.trimp).toMatchObject({ value: null });
    expect(classification).toMatchObject({ class: 'long', from: 'measured' });
    expect(paceZones).toMatchObject({ method: 'friel-pace-zones/1' });
    expect(heartRateZones).toMatchObject({ value: null });
  });

  it('knows nothing about an athlete it was told nothing about, and says so', () => {
    const { metrics, classification } = analyseRun(aStream([{ seconds: 1800, speed: 3 }]));
    expect(metrics.trimp).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(metrics.paceLoad).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(metrics.sessionSpike).toMatchObject({ reason: 'TOO_FEW' });
    expect(metrics.elevationGain).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(metrics.decoupling).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(classification).toMatchObject({ class: 'unknown', hard: null, from: 'nothing' });
  });

  it('gives no heart-rate answer under beta-blockers', () => {
    const heart = { ...known.heart, betaBlockers: true };
    const { metrics, heartRateZones } = analyseRun(steadyRun(), [], { ...known, heart });
    for (const metric of ['trimp', 'edwards', 'heartRateLoad', 'efficiency', 'decoupling'] as const)
      expect(metrics[metric]).toMatchObject({ reason: 'NOT_APPLICABLE' });
    expect(heartRateZones).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });

  it('gives a treadmill no climb and no grade', () => {
    const { metrics } = analyseRun(steadyRun(), [], { ...known, surface: 'treadmill' });
    expect(metrics.elevationGain).toMatchObject({ reason: 'NOT_APPLICABLE' });
    expect(metrics.gradeAdjustedSpeed).toMatchObject({ reason: 'NOT_APPLICABLE' });
    expect(metrics.paceLoad).toMatchObject({ flags: ['no-grade'] });
  });

  it('relates heart rate to pace only on a steady run', () => {
    const { metrics } = analyseRun(steadyRun(), [], known);
    expect(metrics.decoupling.value).toBeGreaterThan(2);
    expect(metrics.decoupling.value).toBeLessThan(5);
    expect(metrics.heartRateDrift).toMatchObject({ unit: 'bpm/h' });
    const [low, high] =
      metrics.heartRateDrift.value === null ? [0, 0] : (metrics.heartRateDrift.range ?? [0, 0]);
    expect(low).toBeLessThanOrEqual(8);
    expect(high).toBeGreaterThanOrEqual(8);
    expect(analyseRun(steadyRun(), [], known)).toEqual(analyseRun(steadyRun(), [], known));
  });

  it('does not care in which order the laps come', () => {
    const run = workout();
    const laps = [0, 600, 780, 900, 1080, 1200, 1380, 1500].map((startS, i, all) => ({
      startS,
      endS: all[i + 1] ?? 2100,
      trigger: 'manual' as const,
    }));
    expect(analyseRun(run, laps.toReversed(), known)).toEqual(analyseRun(run, laps, known));
    expect(analyseRun(run, laps, known).intervals).toMatchObject({ source: 'laps', workCount: 3 });
  });
});

describe('hostile input', () => {
  const column = (...values: number[]) => Float64Array.from(values);
  const broken: [string, Stream, string][] = [
    ['empty', { t: column(), d: column() }, 'TOO_SHORT'],
    ['one point', { t: column(5), d: column(0) }, 'TOO_SHORT'],
    ['all times equal', { t: column(5, 5, 5), d: column(0, 1, 2) }, 'INVALID_INPUT'],
    ['time going back', { t: column(0, 2, 1), d: column(0, 1, 2) }, 'INVALID_INPUT'],
    ['NaN time', { t: column(0, NaN, 2), d: column(0, 1, 2) }, 'INVALID_INPUT'],
    ['NaN distance', { t: column(0, 1, 2), d: column(0, NaN, 2) }, 'INVALID_INPUT'],
    ['negative distance', { t: column(0, 1), d: column(0, -4) }, 'INVALID_INPUT'],
    ['distance from 7', { t: column(0, 1), d: column(7, 9) }, 'INVALID_INPUT'],
    ['infinite', { t: column(0, Infinity), d: column(0, 5) }, 'INVALID_INPUT'],
    ['unequal lengths', { t: column(0, 1), d: column(0, 1, 2) }, 'INVALID_INPUT'],
    ['short sensor', { t: column(0, 1), d: column(0, 1), hr: column(1) }, 'INVALID_INPUT'],
  ];
  it.each(broken)('%s: every metric carries its reason', (_, stream, reason) => {
    const { metrics, bestEfforts } = analyseRun(stream, [], known);
    for (const metric of RUN_METRICS) expect(metrics[metric]).toMatchObject({ reason });
    expect(bestEfforts).toEqual([]);
  });

  it('never throws and never answers with NaN or Infinity, whatever a valid stream holds', () => {
    fc.assert(
      fc.property(arbitraryStream(120), hostileNumber, hostileNumber, (stream, a, b) => {
        const context: RunContext = {
          heart: { max: a, rest: b, threshold: a, sex: 'F' },
          thresholdSpeed: b,
          perceivedEffort: a,
          longest30DaysM: b,
        };
        expect(unfinished(analyseRun(stream, [{ startS: a, endS: b }], context))).toEqual([]);
        expect(unfinished(analyseRun(stream, [], known))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('survives columns of anything', () => {
    const columnOf = fc.array(hostileNumber, { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(columnOf, columnOf, columnOf, (t, d, hr) => {
        const n = Math.min(t.length, d.length, hr.length);
        const cut = (values: number[]) => Float64Array.from(values.slice(0, n));
        const stream = { t: cut(t), d: cut(d), hr: cut(hr), altitude: cut(d) };
        expect(unfinished(analyseRun(stream, [], known))).toEqual([]);
        const cleaned = cleanStream({ ...stream, lat: cut(d), lon: cut(hr), cadence: cut(d) });
        expect(
          'reason' in cleaned ? [] : unfinished(analyseRun(cleaned.stream, [], known)),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('bears a gap of twenty years and a clock that began in 1989', () => {
    const t = column(0, 1, 2, 3, 631_152_000, 631_152_001);
    const d = column(0, 3, 6, 9, 12, 15);
    expect(unfinished(analyseRun({ t, d }, [], known))).toEqual([]);
    const old = { t: t.map((x) => x - 631_065_600), d };
    expect(analyseRun(old, [], known).metrics.moving).toMatchObject({ value: 4 });
  });

  it('reads a million points', () => {
    const n = 1_000_000;
    const t = new Float64Array(n);
    const d = new Float64Array(n);
    const hr = new Float64Array(n);
    for (let i = 1; i < n; i++) {
      t[i] = i / 10;
      d[i] = d[i - 1]! + 0.3 + 0.1 * Math.sin(i / 700);
      hr[i] = 140 + (i % 7);
    }
    const { metrics } = analyseRun({ t, d, hr, altitude: hr }, [], known);
    expect(unfinished(metrics)).toEqual([]);
    expect(metrics.distance.value).toBeGreaterThan(299_000);
  }, 60_000);
});

/** Ninety minutes at one pace with a heart that drifts by 8 bpm an hour and never sits still. */
function steadyRun(): Stream {
  const stream = aStream([{ seconds: 5400, speed: 3, hr: 140, grade: 0 }]);
  stream.hr?.forEach((_, i, hr) => {
    hr[i] = Math.round(138 + (8 * i) / 3600 + 2 * Math.sin(i / 9));
  });
  return stream;
}

function workout(): Stream {
  const rest = { seconds: 120, speed: 2.2 };
  const work = { seconds: 180, speed: 4.4 };
  return aStream([
    { seconds: 600, speed: 2.8 },
    work,
    rest,
    work,
    rest,
    work,
    { seconds: 720, speed: 2.6 },
  ]);
}
