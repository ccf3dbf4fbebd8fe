import { describe, expect, it } from '@jest/globals';
import { paceIndex, thresholdPaceFromIndex } from '@evensplit/training';
import { bestIndexOf, standingOf, type AthleteSettings, type PastRun } from './run-standing.ts';

const nobody: AthleteSettings = {
  maxHeartRate: null,
  restingHeartRate: null,
  sex: null,
  birthYear: null,
};
const run = (day: string, given: Partial<PastRun> = {}): PastRun => ({
  day,
  distanceM: null,
  bestIndex: null,
  peakBpm: null,
  ...given,
});

describe('standingOf', () => {
  it('knows nothing about a first run', () => {
    expect(standingOf(nobody, '2026-05-01', [])).toEqual({
      settings: '-/-/-/-',
      maxHeartRate: null,
      maxHeartRateMethod: null,
      restingHeartRate: null,
      sex: null,
      thresholdSpeedMps: null,
      thresholdMethod: null,
      longest30DaysM: null,
    });
  });

  it('takes the athlete’s own maximum, else one that two sessions confirm, else a flagged guess by age', () => {
    const peaks = [run('2026-04-01', { peakBpm: 181 }), run('2026-04-08', { peakBpm: 183 })];
    const born = { ...nobody, birthYear: 1986 };
    expect(standingOf({ ...born, maxHeartRate: 190 }, '2026-05-01', peaks)).toMatchObject({
      maxHeartRate: 190,
      maxHeartRateMethod: 'athlete',
    });
    expect(standingOf(born, '2026-05-01', peaks)).toMatchObject({
      maxHeartRate: 183,
      maxHeartRateMethod: 'observed-max/1',
    });
    expect(standingOf(born, '2026-05-01', peaks.slice(1))).toMatchObject({
      maxHeartRate: 180,
      maxHeartRateMethod: 'hrmax-tanaka/1',
    });
    expect(standingOf(nobody, '2027-05-01', peaks).maxHeartRate).toBeNull();
  });

  it('draws the threshold from the best index of 84 days, the run itself included', () => {
    const past = [run('2026-01-01', { bestIndex: 60 }), run('2026-04-01', { bestIndex: 44 })];
    const at = (index: number) => {
      const pace = thresholdPaceFromIndex(index);
      return pace.value === null ? null : 1000 / pace.value;
    };
    expect(standingOf(nobody, '2026-05-01', past).thresholdSpeedMps).toBe(at(44));
    const own = run('2026-05-01', { bestIndex: 48, distanceM: 10_000 });
    const standing = standingOf(nobody, '2026-05-01', past, own);
    expect(standing.thresholdSpeedMps).toBe(at(48));
    expect(standing.longest30DaysM).toBeNull();
  });

  it('looks 30 days back for the longest run', () => {
    const past = [
      run('2026-03-01', { distanceM: 30_000 }),
      run('2026-04-01', { distanceM: 18_000 }),
      run('2026-04-20', { distanceM: 12_000 }),
    ];
    expect(standingOf(nobody, '2026-05-01', past).longest30DaysM).toBe(18_000);
    expect(standingOf(nobody, '2026-05-02', past).longest30DaysM).toBe(12_000);
  });
});

describe('bestIndexOf', () => {
  const effort = { distanceM: 5000, seconds: 1200, interrupted: false, netDropM: 0 };

  it('leaves out short, interrupted and falling efforts, and a treadmill altogether', () => {
    const index = paceIndex({ distanceM: 5000, timeS: 1200 }).value;
    expect(bestIndexOf([effort], false)).toBe(index);
    expect(bestIndexOf([{ ...effort, netDropM: null }], false)).toBe(index);
    expect(bestIndexOf([{ ...effort, netDropM: 5 }], false)).toBe(index);
    expect(bestIndexOf([{ ...effort, netDropM: 5.1 }], false)).toBeNull();
    expect(bestIndexOf([{ ...effort, interrupted: true }], false)).toBeNull();
    expect(bestIndexOf([{ ...effort, distanceM: 1000, seconds: 200 }], false)).toBeNull();
    expect(bestIndexOf([effort], true)).toBeNull();
  });
});
