import { describe, expect, it } from '@jest/globals';
import { dueIn } from './due-in.ts';

const FRESH = 15 * 60_000;
const at = (instant: string, zone: string) => dueIn(new Date(instant), zone, FRESH);

describe('when to look again', () => {
  it('is after a quarter of an hour', () => {
    expect(at('2026-11-20T11:00:00Z', 'Europe/Berlin')).toBe(FRESH);
    expect(at('2026-11-20T22:44:59Z', 'Europe/Berlin')).toBe(FRESH);
  });

  it.each([
    ['2026-11-20T22:50:00Z', 'Europe/Berlin', 600_000],
    ['2026-11-20T22:59:59.500Z', 'Europe/Berlin', 500],
    ['2026-11-20T18:20:30Z', 'Asia/Kolkata', 570_000],
    ['2026-11-20T18:05:00Z', 'Asia/Kathmandu', 600_000],
    // The clock goes back an hour at midnight: the day is entered at 00:00, left, and entered again.
    ['2026-11-01T04:50:00Z', 'America/Havana', FRESH],
    ['2026-11-01T03:50:00Z', 'America/Havana', 600_000],
  ])('is when the day ends: %s in %s', (instant, zone, ms) => {
    expect(at(instant, zone)).toBe(ms);
  });
});
