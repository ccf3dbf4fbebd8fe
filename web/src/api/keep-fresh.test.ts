import { describe, expect, it } from '@jest/globals';
import { refreshDelay } from './keep-fresh.ts';

const never = Number.NEGATIVE_INFINITY;

describe('refreshDelay', () => {
  it('waits until a minute before the end', () => {
    expect(refreshDelay(600_000, 0, never)).toBe(540_000);
  });

  it('is due at once for a token that has run out', () => {
    expect(refreshDelay(0, 3_600_000, never)).toBe(0);
  });

  it('does not loop on a wall clock that runs ahead of the server', () => {
    const now = 3_600_000;
    expect(refreshDelay(now - 1_200_000, now, now)).toBe(60_000);
  });
});
