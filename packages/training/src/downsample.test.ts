import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { lttb, minMax } from './downsample.ts';
import { simplifyRoute } from './simplify-route.ts';

const series = fc.array(
  fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.constant(NaN)),
  {
    minLength: 1,
    maxLength: 300,
  },
);
const count = fc.integer({ min: 4, max: 60 });

function indices(result: Uint32Array | { reason: string }): number[] {
  return result instanceof Uint32Array ? [...result] : [];
}

describe('downsampling', () => {
  it('keeps the ends, rises strictly, stays within the count and skips holes', () => {
    fc.assert(
      fc.property(series, count, (y, most) => {
        const x = y.map((_, i) => i);
        const finite = x.filter((i) => Number.isFinite(y[i]));
        for (const [kept, limit] of [
          [indices(lttb(x, y, most)), most],
          [indices(minMax(x, y, most)), most + 2],
        ] as const) {
          expect(kept.length).toBeLessThanOrEqual(limit);
          expect(kept.every((i, k) => k === 0 || i > kept[k - 1]!)).toBe(true);
          expect(kept.every((i) => Number.isFinite(y[i]))).toBe(true);
          expect([kept[0], kept.at(-1)]).toEqual([finite[0], finite.at(-1)]);
        }
      }),
    );
  });
  it('min/max never loses an extreme', () => {
    fc.assert(
      fc.property(series, count, (y, most) => {
        const kept = indices(
          minMax(
            y.map((_, i) => i),
            y,
            most,
          ),
        ).map((i) => y[i]!);
        const finite = y.filter(Number.isFinite);
        fc.pre(finite.length > 0);
        expect(Math.max(...kept)).toBe(Math.max(...finite));
        expect(Math.min(...kept)).toBe(Math.min(...finite));
      }),
    );
  });
  it('says why not', () => {
    expect(lttb([1], [1, 2], 5)).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(lttb([1], [1], 2)).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(minMax([1, 2], [NaN, NaN], 5)).toMatchObject({ reason: 'TOO_FEW' });
  });
});

describe('simplifying a route', () => {
  it('keeps a corner and drops what lies on the line', () => {
    const lat = [0, 0, 0, 0, 0, 0.001, 0.002, 0.003];
    const lon = [0, 0.001, 0.002, 0.003, 0.004, 0.004, 0.004, 0.004];
    expect(indices(simplifyRoute(lat, lon, 3))).toEqual([0, 4, 7]);
  });
  it('keeps ends and order for any route', () => {
    const fix = fc.tuple(
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: -170, max: 170, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(fix, { minLength: 3, maxLength: 120 }),
        fc.integer({ min: 2, max: 40 }),
        (fixes, most) => {
          const kept = indices(
            simplifyRoute(
              fixes.map(([a]) => a),
              fixes.map(([, b]) => b),
              most,
            ),
          );
          expect(kept).toHaveLength(Math.min(most, fixes.length));
          expect([kept[0], kept.at(-1)]).toEqual([0, fixes.length - 1]);
          expect(kept.every((i, k) => k === 0 || i > kept[k - 1]!)).toBe(true);
        },
      ),
    );
  });
  it('says why not', () => {
    expect(simplifyRoute([NaN], [NaN], 5)).toMatchObject({ reason: 'TOO_FEW' });
    expect(simplifyRoute([1], [1], 1)).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});
