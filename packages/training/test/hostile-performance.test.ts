import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import * as training from '../src/index.ts';

const REASONS = new Set([
  'MISSING_INPUT',
  'INVALID_INPUT',
  'OUT_OF_RANGE',
  'TOO_SHORT',
  'TOO_FEW',
  'TOO_OLD',
  'LOW_COVERAGE',
  'UNRELIABLE_SENSOR',
  'NOT_STEADY',
  'NO_VARIATION',
  'NOT_APPLICABLE',
  'RED_FLAG',
]);

/** Everything an answer may hold: finite numbers, known reasons; functions of this package give nothing else away. */
function isSound(answer: unknown): boolean {
  if (typeof answer === 'number') return Number.isFinite(answer);
  if (answer === null || typeof answer !== 'object') return true;
  if ('reason' in answer && !REASONS.has(String(answer.reason))) return false;
  return Object.values(answer).every(isSound);
}

const number = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, -1, 1e-300, 1e300, Number.MAX_VALUE, 5e-324),
  fc.double({ min: 0, max: 100_000 }),
  fc.integer({ min: -10, max: 50_000 }),
);
const series = fc.array(number, { maxLength: 40 });
const gappy = fc.array(fc.option(number, { nil: null }), { maxLength: 60 });
const date = fc.oneof(
  fc.constantFrom(
    '2026-05-01',
    '2026-04-20',
    '2025-11-30',
    '',
    'today',
    '2026-13-01',
    '0000-01-01',
  ),
  fc.string({ maxLength: 12 }),
);
const performance = fc.record({ distanceM: number, timeS: number });
const effort = fc.record({
  distanceM: number,
  timeS: number,
  date,
  kind: fc.constantFrom('race', 'time-trial', 'all-out', 'training'),
  interrupted: fc.boolean(),
  netDropMPerKm: fc.option(number, { nil: null }),
  distanceFrom: fc.constantFrom('course', 'track', 'gps'),
});
const night = fc.record({
  date,
  rmssdMs: fc.option(number, { nil: null }),
  restingHeartRate: fc.option(number, { nil: null }),
  sleepS: fc.option(number, { nil: null }),
  device: fc.option(fc.string(), { nil: null }),
});
const checkIn = fc.record({
  date,
  sleep: number,
  soreness: number,
  mood: number,
  stress: number,
  motivation: number,
});
const zone = fc.constantFrom('E_slow', 'E_fast', 'M', 'T', 'I', 'R');

/** One line per public function: what it is given and how it is called. */
const calls: Record<string, fc.Arbitrary<() => unknown>> = {
  oxygenCost: number.map((a) => () => training.oxygenCost(a)),
  oxygenFraction: number.map((a) => () => training.oxygenFraction(a)),
  paceIndex: performance.map((a) => () => training.paceIndex(a)),
  raceTimeForIndex: fc.tuple(number, number).map((a) => () => training.raceTimeForIndex(...a)),
  equivalentTime: fc.tuple(performance, number).map((a) => () => training.equivalentTime(...a)),
  speedAtIndexShare: fc.tuple(number, number).map((a) => () => training.speedAtIndexShare(...a)),
  trainingPace: fc.tuple(number, zone).map((a) => () => training.trainingPace(...a)),
  trainingPaces: number.map((a) => () => training.trainingPaces(a)),
  timeOffFactor: fc.tuple(number, fc.boolean()).map((a) => () => training.timeOffFactor(...a)),
  currentPaceIndex: fc
    .tuple(fc.array(effort, { maxLength: 6 }), date)
    .map((a) => () => training.currentPaceIndex(...a)),
  riegel: fc.tuple(performance, number, number).map((a) => () => training.riegel(...a)),
  personalExponent: fc
    .tuple(performance, performance, number)
    .map((a) => () => training.personalExponent(...a)),
  cameron: fc.tuple(performance, number).map((a) => () => training.cameron(...a)),
  vickersOneRace: fc.tuple(performance, number).map((a) => () => training.vickersOneRace(...a)),
  vickersTwoRaces: fc
    .tuple(performance, performance, number)
    .map((a) => () => training.vickersTwoRaces(...a)),
  tanda: fc.tuple(number, number).map((a) => () => training.tanda(...a)),
  predictRace: fc
    .tuple(
      fc.array(effort, { maxLength: 6 }),
      date,
      number,
      fc.record({ weeklyM: gappy, meanPaceSPerKm: fc.option(number, { nil: null }) }),
    )
    .map((a) => () => training.predictRace(...a)),
  ageGrade: fc
    .tuple(fc.constantFrom('M', 'F'), number, number, number)
    .map((a) => () => training.ageGrade(...a)),
  interpolateFactor: fc.tuple(number, number, number, number, number).map(
    ([d, a, b, c, e]) =>
      () =>
        training.interpolateFactor(d, { distance: a, factor: b }, { distance: c, factor: e }),
  ),
  thresholdPaceFromIndex: number.map((a) => () => training.thresholdPaceFromIndex(a)),
  thresholdPaceFromEffort: performance.map((a) => () => training.thresholdPaceFromEffort(a)),
  median: series.map((a) => () => training.median(a)),
  medianAbsoluteDeviation: series.map((a) => () => training.medianAbsoluteDeviation(a)),
  pearson: fc.tuple(series, series).map((a) => () => training.pearson(...a)),
  spearman: fc.tuple(series, series).map((a) => () => training.spearman(...a)),
  effectiveN: fc.tuple(number, number, number).map((a) => () => training.effectiveN(...a)),
  lagOneAutocorrelation: gappy.map((a) => () => training.lagOneAutocorrelation(a)),
  fisherInterval: fc.tuple(number, number).map((a) => () => training.fisherInterval(...a)),
  pairsForCorrelation: number.map((a) => () => training.pairsForCorrelation(a)),
  circularShiftP: fc.tuple(gappy, gappy).map((a) => () => training.circularShiftP(...a)),
  benjaminiHochberg: fc.tuple(series, number).map((a) => () => training.benjaminiHochberg(...a)),
  theilSen: fc.tuple(series, series).map(
    ([x, y]) =>
      () =>
        training.theilSen(x, y, '1'),
  ),
  typicalError: series.map((a) => () => training.typicalError(a, 's/km')),
  rmssd: series.map((a) => () => training.rmssd(a)),
  hrvBand: fc.tuple(series, series).map((a) => () => training.hrvBand(...a)),
  readiness: fc
    .tuple(fc.array(checkIn, { maxLength: 12 }), fc.array(night, { maxLength: 40 }), date)
    .map(
      ([checkIns, nights, on]) =>
        () =>
          training.readiness({ checkIns, nights, redFlag: false, illnessOrPain: false }, on),
    ),
  insights: fc.tuple(date, gappy, gappy).map(
    ([firstDay, sleep_s, efficiency]) =>
      () =>
        training.insights({ firstDay, series: { sleep_s, efficiency } }),
  ),
};

describe('hostile input', () => {
  it.each(Object.entries(calls))('%s answers with finite numbers or a reason', (_name, call) => {
    fc.assert(
      fc.property(call, (run) => {
        expect(isSound(run())).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
