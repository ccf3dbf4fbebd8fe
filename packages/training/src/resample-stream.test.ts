import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { arbitraryStream } from '../test/arbitrary-stream.ts';
import { resampleStream } from './resample-stream.ts';
import { checkStream, type Stream } from './stream.ts';

function resampled(stream: Stream, step?: number): Stream {
  const result = resampleStream(stream, step);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

describe('resampling', () => {
  it('keeps the promises of a stream, its length and its distance', () => {
    fc.assert(
      fc.property(
        arbitraryStream(),
        fc.double({ min: 0.5, max: 30, noNaN: true }),
        (stream, step) => {
          const even = resampled(stream, step);
          expect(checkStream(even)).toBeNull();
          expect(even.t.at(-1)).toBeCloseTo(stream.t.at(-1)!, 6);
          expect(even.d.at(-1)).toBeCloseTo(stream.d.at(-1)!, 6);
        },
      ),
    );
  });
  it('returns an even stream unchanged', () => {
    fc.assert(
      fc.property(arbitraryStream(), (stream) => {
        const even = resampled(stream);
        expect(resampled(even)).toEqual(even);
      }),
    );
  });
  it('does not bridge long holes in a sensor', () => {
    const stream = {
      t: Float64Array.of(0, 10, 30),
      d: Float64Array.of(0, 30, 90),
      hr: Float64Array.of(100, 120, 140),
    };
    const even = resampled(stream, 5);
    expect([...even.d]).toEqual([0, 15, 30, 45, 60, 75, 90]);
    expect([...even.hr!]).toEqual([100, 110, 120, NaN, NaN, NaN, 140]);
  });
  it('refuses twenty years of seconds', () => {
    const t = Float64Array.of(0, 631_152_000);
    expect(resampleStream({ t, d: Float64Array.of(0, 1) })).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
  });
});
