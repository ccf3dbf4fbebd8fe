import { describe, expect, it } from '@jest/globals';
import { workingsLine } from './workings-line.ts';

const distance = { unit: 'm', metric: 'week.distance' } as const;

describe('what a value was made of', () => {
  it.each([
    ['sum', [5000, 8000], '5.00 km + 8.00 km = 13.0 km'],
    ['mean', [10_000, 0, 0, 20_000], '(10.0 km + 0.00 km + 0.00 km + 20.0 km) ÷ 4 = 7.50 km'],
    ['median', [9000, 5000, 8000], '8.00 km in the middle of 5.00 km, 8.00 km, 9.00 km'],
    ['largest', [5000, 8000], '8.00 km is the most of 5.00 km, 8.00 km'],
    ['middle', [5000, 8000], '6.50 km, halfway between 5.00 km and 8.00 km'],
  ] as const)('%s', (op, of, line) => {
    expect(workingsLine({ ...distance, workings: { op, of: [...of] } }, 'km')).toBe(line);
  });

  it('in the units of the athlete', () => {
    const workings = { op: 'sum', of: [1609.344, 1609.344] } as const;
    expect(
      workingsLine({ ...distance, workings: { ...workings, of: [...workings.of] } }, 'mi'),
    ).toBe('1.00 mi + 1.00 mi = 2.00 mi');
  });

  it('is not told of a single run, a reading, or what the arithmetic says already', () => {
    expect(workingsLine({ ...distance, workings: { op: 'sum', of: [5000] } }, 'km')).toBeNull();
    expect(workingsLine(distance, 'km')).toBeNull();
    expect(workingsLine({ ...distance, workings: { op: 'change', of: [2, 1] } }, 'km')).toBeNull();
  });
});
