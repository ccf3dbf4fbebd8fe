import type { ActivityStreams } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { distanceAxis, indexAt, movingMean, paceColumn, readableRange } from './chart-series.ts';

function streamsOf(columns: ActivityStreams['columns'], seconds: number): ActivityStreams {
  const timeS = Array.from({ length: seconds }, (_, second) => second);
  return { activityId: 'a', samples: seconds, returned: seconds, timeS, columns };
}

describe('paceColumn', () => {
  it('reads 4 m/s as 4:10/km and a stop as a gap', () => {
    const speed = Array.from({ length: 120 }, (_, second) => (second < 60 ? 4 : 0));
    const pace = paceColumn(streamsOf({ speedMps: speed }, 120));
    expect(pace?.[20]).toBeCloseTo(250, 6);
    expect(pace?.[100]).toBeNull();
  });

  it('falls back on distance when there is no speed', () => {
    const distanceM = Array.from({ length: 60 }, (_, second) => second * 2.5);
    expect(paceColumn(streamsOf({ distanceM }, 60))?.[30]).toBeCloseTo(400, 6);
  });

  it('knows no pace for a recording without movement', () => {
    expect(paceColumn(streamsOf({ heartRate: [120, 121] }, 2))).toBeNull();
    expect(paceColumn(streamsOf({ speedMps: [0, 0, null] }, 3))).toBeNull();
  });
});

describe('movingMean', () => {
  it('averages over the window and leaves gaps alone', () => {
    expect(movingMean([0, 1, 2, 3, 4], [1, 2, null, 4, 5], 2)).toEqual([1.5, 1.5, null, 4.5, 4.5]);
  });
});

describe('axes', () => {
  it('ignores a single glitch', () => {
    const values = [...Array.from({ length: 299 }, (_, index) => 300 + (index % 20)), 9000];
    const [low, high] = readableRange(values, 10);
    expect(low).toBeGreaterThan(295);
    expect(high).toBeLessThan(325);
  });

  it('opens a flat line to a readable height', () => {
    expect(readableRange([100, 100, 100], 20)).toEqual([90, 110]);
  });

  it('never lets distance run backwards', () => {
    expect(distanceAxis([null, 5, 4, null, 9])).toEqual([0, 5, 5, 5, 9]);
  });

  it('finds the nearest sample', () => {
    expect([-5, 3, 7, 8.9, 99].map((seconds) => indexAt([0, 4, 8, 10], seconds))).toEqual([
      0, 1, 2, 2, 3,
    ]);
  });
});
