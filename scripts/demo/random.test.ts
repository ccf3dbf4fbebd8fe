import { describe, expect, it } from '@jest/globals';
import { createDrift, createRandom, deriveSeed } from './random.ts';

const draws = (seed: number, count = 20) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('createRandom', () => {
  it('repeats itself for a seed and differs between neighbouring seeds', () => {
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
    expect(new Set(draws(0, 1000)).size).toBe(1000);
  });

  it('spreads evenly over [0, 1)', () => {
    const bins = Array.from({ length: 10 }, () => 0);
    for (const value of draws(3, 100_000)) {
      const bin = Math.floor(value * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // 10 000 expected with a standard deviation of 95.
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(450);
  });

  it('makes normal deviates with the asked mean and deviation', () => {
    const random = createRandom(11);
    const values = Array.from({ length: 50_000 }, () => random.normal(5, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(5, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
    const inside = values.filter((value) => Math.abs(value - 5) < 2).length / values.length;
    expect(inside).toBeCloseTo(0.683, 2);
  });

  it('reaches both ends of a range of whole numbers', () => {
    const random = createRandom(2);
    const seen = new Set(Array.from({ length: 200 }, () => random.whole(3, 6)));
    expect(seen).toEqual(new Set([3, 4, 5, 6]));
  });
});

describe('deriveSeed', () => {
  it('gives every part of every seed its own stream', () => {
    const seeds = [1, 2, 3].flatMap((seed) =>
      Array.from({ length: 500 }, (_, part) => deriveSeed(seed, part)),
    );
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});

describe('createDrift', () => {
  it('keeps its deviation and remembers for about as long as asked', () => {
    const next = createDrift(createRandom(5), 2, 20);
    const values = Array.from({ length: 100_000 }, () => next());
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const lagged = values.slice(20).map((value, index) => value * (values[index] ?? 0));
    const correlation = lagged.reduce((sum, value) => sum + value, 0) / lagged.length / variance;
    expect(Math.sqrt(variance)).toBeCloseTo(2, 0);
    expect(correlation).toBeGreaterThan(0.3);
    expect(correlation).toBeLessThan(0.44);
  });
});
