import { describe, expect, it } from '@jest/globals';

import { isNone } from './result.ts';
import { thresholdPaceFromEffort, thresholdPaceFromIndex } from './threshold-pace.ts';

describe('threshold pace', () => {
  it('agrees with the 60-minute pace within 3 s/km', () => {
    for (let index = 30; index <= 85; index++) {
      const pace = thresholdPaceFromIndex(index);
      if (isNone(pace) || !pace.range) throw new Error('no pace');
      expect(Math.abs(pace.value - pace.sixtyMinutePace)).toBeLessThan(3);
      expect(pace.range[0]).toBeLessThanOrEqual(pace.sixtyMinutePace);
      expect(pace.range[1]).toBeGreaterThan(pace.value);
    }
  });
  it('is as doubtful as its effort', () => {
    expect(thresholdPaceFromEffort({ distanceM: 42_195, timeS: 280 * 60 })).toMatchObject({
      quality: 'extrapolated',
    });
    expect(thresholdPaceFromEffort({ distanceM: 100_000, timeS: 36_000 })).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
  });
});
