import { describe, expect, it } from '@jest/globals';
import { pathOf, routeLine, scaleLength } from './route-line.ts';

describe('routeLine', () => {
  it('keeps proportions at the latitude of the run', () => {
    // At 60° north a degree of longitude is half as long as one of latitude: this is a square.
    const line = routeLine([60, 60, 60.01, 60.01], [10, 10.02, 10.02, 10]);
    const [a, b, c] = line!.points;
    expect(b![0] - a![0]).toBeCloseTo(a![1] - c![1], 0);
    expect(c![1]).toBeLessThan(a![1]);
  });

  it('frames a straight road', () => {
    const line = routeLine([50, 50], [8, 8.1])!;
    expect(line.height).toBe(300);
    expect(line.points[0]![1]).toBeCloseTo(150, 0);
  });

  it('draws nothing for a treadmill', () => {
    expect(routeLine(undefined, undefined)).toBeNull();
    expect(routeLine([null, null, 50], [null, null, 8])).toBeNull();
    expect(routeLine([50, 50.00001], [8, 8])).toBeNull();
  });

  it('offers a round scale that fits', () => {
    const line = routeLine([50, 50.05], [8, 8.05])!;
    const { units, width } = scaleLength(line, 1000);
    expect(units).toBe(1);
    expect(width).toBeLessThanOrEqual(line.width / 4);
  });
});

describe('pathOf', () => {
  it('lifts the pen where positions are missing', () => {
    const points: ([number, number] | null)[] = [[0, 0], [1, 1], null, [5, 5], [6, 6]];
    expect(pathOf(points)).toBe('M0.0 0.0L1.0 1.0M5.0 5.0L6.0 6.0');
    expect(pathOf(points, 3, 4)).toBe('M5.0 5.0L6.0 6.0');
  });
});
