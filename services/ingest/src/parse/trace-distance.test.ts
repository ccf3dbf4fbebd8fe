import { describe, expect, it } from '@jest/globals';
import { haversineM } from './haversine.ts';
import { traceDistance } from './trace-distance.ts';

const hop = haversineM(50, 14, 50.0001, 14);

function trace(lat: number[], segmentStarts: number[] = []): number[] {
  const lon = Float64Array.from(lat, (value) => (Number.isNaN(value) ? Number.NaN : 14));
  const times = Float64Array.from(lat, (_, i) => i * 1000);
  return [...traceDistance(Float64Array.from(lat), lon, times, segmentStarts)];
}

describe('distance over fixes', () => {
  it('agrees with the length of a meridian', () => {
    expect(haversineM(0, 0, 90, 0)).toBeCloseTo((Math.PI / 2) * 6_371_008.8, 3);
    expect(hop).toBeCloseTo(11.12, 2);
  });

  it('adds up, and leaves samples without a fix empty', () => {
    const [a, b, c] = trace([50, Number.NaN, 50.0001]);
    expect([a, b]).toEqual([0, Number.NaN]);
    expect(c).toBeCloseTo(hop);
  });

  it('does not cross the ground between segments', () => {
    expect(trace([50, 50.0001, 50.5, 50.5001], [2]).at(-1)).toBeCloseTo(2 * hop);
  });

  it('counts no hop to a false fix and back', () => {
    expect(trace([50, 50.0001, 10, 50.0002, 50.0003]).at(-1)).toBeCloseTo(2 * hop);
  });
});
