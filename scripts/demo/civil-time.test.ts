import { describe, expect, it } from '@jest/globals';
import { civilDate, dayNumber, instantOf, isoWeekday, zoneOffsetS } from './civil-time.ts';

const BERLIN = 'Europe/Berlin';
const at = (date: string, hour: number) => instantOf(BERLIN, date, hour * 3600).toISOString();

describe('instantOf', () => {
  it('follows the clock into and out of summer time', () => {
    expect(at('2026-03-28', 9)).toBe('2026-03-28T08:00:00.000Z');
    expect(at('2026-03-29', 9)).toBe('2026-03-29T07:00:00.000Z');
    expect(at('2026-10-24', 9)).toBe('2026-10-24T07:00:00.000Z');
    expect(at('2026-10-25', 9)).toBe('2026-10-25T08:00:00.000Z');
  });

  it('is right on both sides of the change itself', () => {
    expect(at('2026-03-29', 1.5)).toBe('2026-03-29T00:30:00.000Z');
    expect(at('2026-03-29', 3)).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-10-25', 1.5)).toBe('2026-10-24T23:30:00.000Z');
    expect(at('2026-10-25', 3)).toBe('2026-10-25T02:00:00.000Z');
  });

  it('moves a time that the spring change skips an hour on', () => {
    expect(at('2026-03-29', 2.5)).toBe('2026-03-29T01:30:00.000Z');
  });

  it('works west of Greenwich and at odd offsets', () => {
    expect(instantOf('America/St_Johns', '2026-01-10', 0).toISOString()).toBe(
      '2026-01-10T03:30:00.000Z',
    );
    expect(instantOf('Asia/Kathmandu', '2026-01-10', 0).toISOString()).toBe(
      '2026-01-09T18:15:00.000Z',
    );
  });
});

describe('zoneOffsetS', () => {
  it('answers what the zone adds to UTC', () => {
    expect(zoneOffsetS(BERLIN, new Date('2026-03-29T00:59:59Z'))).toBe(3600);
    expect(zoneOffsetS(BERLIN, new Date('2026-03-29T01:00:00Z'))).toBe(7200);
    expect(zoneOffsetS(BERLIN, new Date('2026-07-01T12:00:00.750Z'))).toBe(7200);
  });
});

describe('civil dates', () => {
  it('count days and name weekdays', () => {
    expect(civilDate(dayNumber('2024-02-29') + 1)).toBe('2024-03-01');
    expect(isoWeekday(dayNumber('2026-11-16'))).toBe(1);
    expect(isoWeekday(dayNumber('2026-11-22'))).toBe(7);
    expect(isoWeekday(dayNumber('1969-12-31'))).toBe(3);
  });

  it.each(['2026-02-30', '2026-1-5', 'today', ''])('refuse %p', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
});
