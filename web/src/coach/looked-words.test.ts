import { factQueryNames, type LookedAt } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { lookedLine } from './looked-words.ts';

const looked = (query: LookedAt['query'], args: LookedAt['args'] = {}): LookedAt => ({
  query,
  args,
  runs: 0,
  missing: [],
});

describe('what was looked at, in words', () => {
  it('has words for every question of the registry', () => {
    for (const query of factQueryNames) {
      const words = lookedLine(looked(query, { days: 28, count: 12, weeksBack: 0 }));
      expect(words).toMatch(/^[A-Z][^{}]{4,40}$/);
      expect(words).not.toMatch(/undefined|NaN/);
    }
  });

  it('counts weeks and months from the day of the question', () => {
    expect(lookedLine(looked('week', { weeksBack: 0 }))).toBe('The week of the question');
    expect(lookedLine(looked('week', { weeksBack: 1 }))).toBe('The week before the question');
    expect(lookedLine(looked('month', { monthsBack: 3 }))).toBe(
      'The month 3 months before the question',
    );
  });

  it('tells two runs from two weeks, and a year’s bests from all', () => {
    expect(lookedLine(looked('compare', { weeksBack: 1 }))).toBe('Two weeks side by side');
    expect(lookedLine(looked('compare', { activityId: 'a', weeksBack: 0 }))).toBe(
      'Two runs side by side',
    );
    expect(lookedLine(looked('bests', { days: 365 }))).toBe('Best efforts of 365 days');
    expect(lookedLine(looked('bests', { days: 36_600 }))).toBe('Best efforts of all time');
  });

  it('counts the runs behind it, where that says something', () => {
    expect(lookedLine({ ...looked('week', { weeksBack: 0 }), runs: 1 })).toMatch(/ · 1 run$/);
    expect(lookedLine({ ...looked('load', { days: 90 }), runs: 14 })).toMatch(/ · 14 runs$/);
    expect(lookedLine({ ...looked('today'), runs: 0 })).toBe('What the day was for');
    expect(lookedLine({ ...looked('activity'), runs: 1 })).toBe('One run');
  });
});
