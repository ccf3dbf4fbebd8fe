import { describe, expect, it } from '@jest/globals';
import { visibleRange } from './visible-range.ts';

const hundred = Array.from({ length: 101 }, (_, row) => row * 50);

describe('visibleRange', () => {
  it('shows the rows on the screen and those just beyond it', () => {
    expect(visibleRange(hundred, 1000, 500, 0)).toEqual({ start: 20, end: 31 });
    expect(visibleRange(hundred, 1000, 500, 100)).toEqual({ start: 18, end: 33 });
  });

  it('stays within the list at both ends', () => {
    expect(visibleRange(hundred, -400, 500, 0)).toEqual({ start: 0, end: 3 });
    expect(visibleRange(hundred, 4900, 500)).toMatchObject({ end: 100 });
    expect(visibleRange(hundred, 99_999, 500, 0)).toEqual({ start: 100, end: 100 });
  });

  it('copes with rows of different heights and with none', () => {
    expect(visibleRange([0, 40, 100, 400, 460], 120, 10, 0)).toEqual({ start: 2, end: 3 });
    expect(visibleRange([0], 0, 800)).toEqual({ start: 0, end: 0 });
  });
});
