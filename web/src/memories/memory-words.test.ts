import type { MemoryView } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { dateWords, sourceWords, standing, topicWords } from './memory-words.ts';

const today = '2026-11-20';
const between = (since: string | null, until: string | null) => ({ since, until });

describe('a memory in words', () => {
  it.each([
    [between(null, null), null],
    [between('2026-11-12', null), 'since 12 Nov'],
    [between('2026-12-01', null), 'from 1 Dec'],
    [between(null, '2027-01-05'), 'until 5 Jan 2027'],
    [between('2026-11-12', '2026-11-30'), '12 Nov to 30 Nov'],
    [between('2026-11-21', '2026-11-21'), 'on 21 Nov'],
  ])('%j reads %s', (dates, words) => {
    expect(dateWords(dates, today)).toBe(words);
  });

  it('says how it stands', () => {
    const injury = {
      status: 'recovering',
      state: 'now',
      since: '2026-11-12',
      until: null,
    } as const;
    expect(standing(injury, today)).toBe('Getting better · since 12 Nov');
    expect(standing({ ...injury, state: 'over' }, today)).toBe('Over · since 12 Nov');
    expect(standing({ ...injury, status: 'active', since: null }, today)).toBe('');
  });

  it('names what it is about', () => {
    expect(topicWords({ kind: 'injury', topic: 'left Achilles' })).toBe('Left Achilles');
    expect(topicWords({ kind: 'phase', topic: 'off_season' })).toBe('Off season');
    expect(topicWords({ kind: 'preference', topic: null })).toBeNull();
  });

  it('tells where it came from', () => {
    const createdAt = '2026-11-19T23:30:00.000Z';
    const from = (source: MemoryView['source']) =>
      sourceWords({ source, createdAt }, 'Europe/Berlin');
    expect(from({ from: 'typed' })).toBe('Written by you on 20 Nov 2026');
    expect(from({ from: 'conversation', conversationId: null, turnId: null })).toMatch(/deleted$/);
  });
});
