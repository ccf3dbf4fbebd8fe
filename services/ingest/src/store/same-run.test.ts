import { describe, expect, it } from '@jest/globals';
import { isBetterFormat, isSameRun, type Span } from './same-run.ts';

function span(minute: number, elapsedS: number): Span {
  return { startedAt: new Date(Date.UTC(2026, 4, 1, 6, 0) + minute * 60_000), elapsedS };
}

describe('isSameRun', () => {
  it('accepts a start within 60 s and a duration within 5 %, in either order', () => {
    const watch = span(0, 3600);
    for (const other of [span(1, 3600), span(-1, 3600), span(0, 3420), span(0.5, 3780)]) {
      expect(isSameRun(watch, other)).toBe(true);
      expect(isSameRun(other, watch)).toBe(true);
    }
  });

  it('accepts 90 % of overlap when the starts differ more', () => {
    expect(isSameRun(span(0, 3600), span(5, 3600))).toBe(true);
    expect(isSameRun(span(0, 3600), span(7, 3600))).toBe(false);
  });

  it('keeps a short run inside a long recording, the next run, and two empty recordings apart', () => {
    expect(isSameRun(span(0, 7200), span(10, 1800))).toBe(false);
    expect(isSameRun(span(0, 1800), span(31, 1800))).toBe(false);
    expect(isSameRun(span(0, 0), span(30, 0))).toBe(false);
  });
});

describe('isBetterFormat', () => {
  it('prefers FIT to TCX to GPX', () => {
    expect(isBetterFormat('fit', 'tcx')).toBe(true);
    expect(isBetterFormat('tcx', 'gpx')).toBe(true);
    expect(isBetterFormat('tcx', 'fit')).toBe(false);
    expect(isBetterFormat('fit', 'fit')).toBe(false);
  });
});
