import { describe, expect, it } from '@jest/globals';
import { changedWords, basisWords, endingWords, phaseWords, strikesWords } from './turn-words.ts';

describe('the words of a turn', () => {
  it('name the phase, also one that this version has never heard of', () => {
    expect(phaseWords(null)).toBe('Handing over your question');
    expect(phaseWords(null, true)).toBe('Writing');
    expect(phaseWords({ phase: 'tool', tool: 'last-run' })).toBe('Looking up last run');
    expect(phaseWords({ phase: 'checking_numbers', tool: null })).toBe('Checking numbers');
  });

  it('say honestly what was kept of an answer that broke off', () => {
    expect(endingWords('done', null, true)).toBeNull();
    expect(endingWords('error', 'idle_timeout', true)).toMatch(/kept/);
    expect(endingWords('error', 'replica_lost', false)).toMatch(/No answer was written/);
    expect(endingWords('stopped', null, false)).toMatch(/before it began/);
  });

  it('tell of what was left out of a model’s answer', () => {
    expect(strikesWords({ strikes: 0, writer: 'openai' })).toBeNull();
    expect(strikesWords({ strikes: 1, writer: 'openai' })).toMatch(/^One claim/);
    expect(strikesWords({ strikes: 3, writer: 'gemini' })).toMatch(/^3 claims/);
    expect(strikesWords({ strikes: 5, writer: 'baseline' })).toBeNull();
  });

  it('count receipts and the runs they rest on, listed or not', () => {
    const run = (activityId: string) => ({ activityId });
    expect(basisWords([])).toBeNull();
    expect(basisWords([{ from: [run('a')] }, { from: [run('a'), run('b')] }])).toBe(
      '2 receipts from 2 runs',
    );
    expect(basisWords([{ from: [run('a')], n: 14 }])).toBe('1 receipt from 14 runs');
    expect(basisWords([{ from: [] }])).toBe('1 receipt');
  });
});

describe('changedWords', () => {
  it('says how much of an old answer no longer holds, and nothing when all of it does', () => {
    expect(changedWords(0, 6)).toBeNull();
    expect(changedWords(2, 6)).toContain('2 of its 6 values');
    expect(changedWords(6, 6)).toContain('all its values');
    expect(changedWords(1, 1)).toContain('its value would');
  });
});
