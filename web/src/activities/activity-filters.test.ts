import { describe, expect, it } from '@jest/globals';
import { apiFilters } from './activity-filters.ts';

const filters = (query: string, units: 'km' | 'mi' = 'km') =>
  apiFilters(new URLSearchParams(query), units);

describe('apiFilters', () => {
  it('turns the address into the query of the API', () => {
    expect(filters('text=%20tempo%20&type=long&from=2026-01-01&to=2026-06-30&min=10')).toEqual({
      text: 'tempo',
      kind: 'long',
      from: '2026-01-01',
      to: '2026-06-30',
      minDistanceM: '10000',
    });
  });

  it('reads distances in the athlete’s units and other sports as sports', () => {
    expect(filters('min=3,1&max=26.2&type=sport:ride', 'mi')).toEqual({
      sport: 'ride',
      minDistanceM: '4989',
      maxDistanceM: '42165',
    });
  });

  it('leaves out what cannot be meant', () => {
    expect(filters('text=&from=yesterday&min=far&max=-3')).toEqual({});
  });
});
