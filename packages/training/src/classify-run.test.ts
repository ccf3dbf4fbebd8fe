import { describe, expect, it } from '@jest/globals';

import { classifyRun, type ClassifyInput } from './classify-run.ts';

const run: ClassifyInput = {
  distanceM: 8000,
  movingS: 2900,
  averageSpeed: 2.76,
  thresholdSpeed: 3.8,
  averageHeartRate: 138,
  thresholdHeartRate: 168,
};

describe('naming a run', () => {
  it.each<[string, Partial<ClassifyInput>, string, boolean | null]>([
    ['easy pace and heart rate', {}, 'easy', false],
    ['what the athlete says', { declared: 'race' }, 'race', true],
    ['ninety minutes', { movingS: 6000, distanceM: 16_500 }, 'long', true],
    [
      'near the longest',
      { movingS: 4000, distanceM: 11_000, longest30DaysM: 12_000 },
      'long',
      false,
    ],
    ['twenty minutes near threshold', { best20MinSpeed: 3.6 }, 'tempo', true],
    [
      'a race distance run flat out',
      { distanceM: 10_020, movingS: 2640, averageSpeed: 3.84 },
      'race',
      true,
    ],
    [
      'short and slow',
      { movingS: 1500, averageSpeed: 2.5, averageHeartRate: 125 },
      'recovery',
      false,
    ],
    ['a hot easy pace', { averageHeartRate: 163 }, 'tempo', true],
  ])('%s', (_, change, expected, hard) => {
    expect(classifyRun({ ...run, ...change })).toMatchObject({ class: expected, hard });
  });

  it('does not call a run easy when nothing says so', () => {
    const bare = { distanceM: 8000, movingS: 2900 };
    expect(classifyRun(bare)).toMatchObject({ class: 'unknown', hard: null });
    expect(classifyRun({ ...bare, surface: 'treadmill' })).toMatchObject({ class: 'treadmill' });
  });

  it('shows the numbers and limits it used', () => {
    expect(classifyRun(run).evidence).toEqual([
      { metric: 'averageSpeed', value: 2.76, unit: 'm/s', limit: 0.93 * 3.8 },
      { metric: 'averageHeartRate', value: 138, unit: 'bpm', limit: 0.95 * 168 },
    ]);
  });
});
