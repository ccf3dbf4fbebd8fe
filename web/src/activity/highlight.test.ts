import type { LapView } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { highlightOf } from './highlight.ts';

const laps = [0, 1].map((index): LapView => ({
  index,
  startS: index * 300,
  elapsedS: 300,
  movingS: 300,
  distanceM: 1000,
  avgHeartRate: null,
  maxHeartRate: null,
  intensity: null,
}));
const of = (query: string) => highlightOf(new URLSearchParams(query), laps);

describe('highlightOf', () => {
  it('finds a lap', () => {
    expect(of('lap=1')).toEqual({ fromS: 300, toS: 600, lap: 1 });
    expect(of('lap=7')).toBeNull();
    expect(of('lap=x')).toBeNull();
  });

  it('reads a window', () => {
    expect(of('window=60.5-360')).toEqual({ fromS: 60.5, toS: 360, lap: null });
    expect(of('window=360-60')).toBeNull();
    expect(of('window=a-b')).toBeNull();
    expect(of('')).toBeNull();
  });
});
