import { describe, expect, it } from '@jest/globals';
import { cursorOf } from './cursor.ts';
import { fieldsOf, follows, readEntry, type LogEntry, type LogEntryType } from './log-entry.ts';
import { rebuildAnswer } from './rebuild-answer.ts';

const entry = (id: string, type: LogEntryType, data: object = {}): LogEntry => ({
  at: cursorOf(id),
  type,
  json: JSON.stringify(data),
});
const delta = (id: string, d: string) => entry(id, 'delta', { d });

describe('the log of an owner that died', () => {
  it('is its text as far as the ids are without a hole', () => {
    const log = [entry('1-1', 'status', { phase: 'x' }), delta('1-2', 'a'), delta('1-3', 'b')];
    expect(rebuildAnswer(log)).toEqual({ text: 'ab', seq: 3, facts: [] });
    expect(rebuildAnswer([...log, delta('1-5', 'd')])).toMatchObject({ text: 'ab', seq: 3 });
  });

  it('begins again at a snapshot, and heals a hole with one', () => {
    const log = [
      delta('1-4', 'lost'),
      entry('1-6', 'snapshot', { text: 'abc' }),
      delta('1-7', 'd'),
    ];
    expect(rebuildAnswer(log)).toMatchObject({ text: 'abcd', seq: 7 });
  });

  it('is nothing when its beginning was trimmed away', () => {
    expect(rebuildAnswer([delta('1-40', 'x')])).toEqual({ text: '', seq: 0, facts: [] });
  });

  it('ends at the fence of whoever took over', () => {
    const log = [
      entry('1-1', 'status'),
      delta('1-2', 'a'),
      entry('2-0', 'fence'),
      delta('2-1', 'no'),
    ];
    expect(rebuildAnswer(log)).toMatchObject({ text: 'a', seq: 2 });
  });
});

describe('what may come next', () => {
  it.each<[from: string, id: string, type: LogEntryType, allowed: boolean]>([
    ['0-0', '1-1', 'status', true],
    ['0-0', '1-2', 'delta', false],
    ['0-0', '1-7', 'snapshot', true],
    ['0-0', '3-0', 'fence', true],
    ['1-4', '1-5', 'delta', true],
    ['1-4', '1-6', 'delta', false],
    ['1-4', '1-6', 'end', false],
    ['1-4', '2-0', 'fence', true],
    ['1-4', '2-1', 'end', false],
    ['2-0', '2-1', 'end', true],
    ['2-0', '3-0', 'fence', true],
  ])('after %s: %s %s → %s', (from, id, type, allowed) => {
    expect(follows(cursorOf(from), entry(id, type))).toBe(allowed);
  });
});

describe('what stands in Redis', () => {
  it('is nothing but the words, for words', () => {
    const words = 'about "5 km"\n🏃';
    const fields = fieldsOf({ at: cursorOf('1-2'), type: 'delta', text: words });
    expect(fields.join('')).toHaveLength(words.length + 1);
    expect(readEntry(['1-2', fields])).toEqual(delta('1-2', words));
  });

  it('is type and data, for anything else', () => {
    const end = entry('1-3', 'end', { status: 'done' });
    const fields = fieldsOf({ at: end.at, type: 'end', json: end.json });
    expect(readEntry(['1-3', fields])).toEqual(end);
  });

  it('is skipped when it is of a type that a newer release may have written', () => {
    expect(readEntry(['1-2', ['t', 'hologram', 'd', '{}']])).toBeUndefined();
  });
});
