import { describe, expect, it } from '@jest/globals';
import { nameActivity } from './name-activity.ts';

describe('nameActivity', () => {
  it('keeps a name that a person may have chosen', () => {
    expect(nameActivity('Lauf um den See', 'run', 7)).toBe('Lauf um den See');
    expect(nameActivity('Parkrun #200', 'run', 9)).toBe('Parkrun #200');
    expect(nameActivity('a'.repeat(300), 'run', 9)).toHaveLength(120);
  });

  it('names by the time of day what nobody named', () => {
    for (const given of [
      null,
      '',
      'Running',
      '2026-05-01T06:00:00Z',
      '12345',
      'export.gpx',
      'Untitled',
    ]) {
      expect(nameActivity(given, 'run', 6)).toBe('Morning run');
    }
    expect(nameActivity(null, 'ride', 12)).toBe('Midday ride');
    expect(nameActivity(null, 'run', 15)).toBe('Afternoon run');
    expect(nameActivity(null, 'swim', 19)).toBe('Evening swim');
    expect(nameActivity(null, 'run', 2)).toBe('Night run');
  });
});
