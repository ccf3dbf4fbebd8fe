import type { TurnEventType } from '@evensplit/contracts';
import { cursorOf, type Cursor } from './cursor.ts';

/** `fence` is written by the reaper so that Redis itself refuses the previous owner; it is never forwarded. */
export type LogEntryType = TurnEventType | 'fence';

/** The data stays text: most readers pass it on without looking inside. */
export type LogEntry = { at: Cursor; type: LogEntryType; json: string };

/** What is written: of words, nothing but the words. */
export type NewEntry = { at: Cursor } & (
  | { type: 'delta'; text: string }
  | { type: Exclude<LogEntryType, 'delta'>; json: string }
);

const TYPES: ReadonlySet<string> = new Set<LogEntryType>([
  'delta',
  'snapshot',
  'status',
  'receipt',
  'end',
  'fence',
]);

/**
 * The fields of an entry in Redis. Almost all entries are a few words long, so what stands around the words is most of
 * what a log weighs: as `t delta d {"d":"…"}` it was 29 bytes for each, as `x …` it is 13.
 */
export function fieldsOf(entry: NewEntry): string[] {
  return entry.type === 'delta' ? ['x', entry.text] : ['t', entry.type, 'd', entry.json];
}

/** An entry as Redis answers it; `undefined` for a type that a newer release may have written. */
export function readEntry([id, fields]: [string, string[]]): LogEntry | undefined {
  if (fields[0] === 'x')
    return { at: cursorOf(id), type: 'delta', json: JSON.stringify({ d: fields[1] ?? '' }) };
  let type = '';
  let json = '{}';
  for (let i = 0; i + 1 < fields.length; i += 2) {
    if (fields[i] === 't') type = fields[i + 1] ?? '';
    if (fields[i] === 'd') json = fields[i + 1] ?? '{}';
  }
  return isType(type) ? { at: cursorOf(id), type, json } : undefined;
}

/**
 * May `entry` come next for somebody who has everything up to `at`? A snapshot replaces what went before, and a
 * fence starts the next epoch; anything else must be the very next id, or something in between was lost.
 */
export function follows(at: Cursor, entry: LogEntry): boolean {
  if (entry.type === 'snapshot') return true;
  if (entry.type === 'fence') return entry.at.epoch > at.epoch;
  if (at.epoch === 0) return entry.at.epoch === 1 && entry.at.seq === 1;
  return entry.at.epoch === at.epoch && entry.at.seq === at.seq + 1;
}

function isType(text: string): text is LogEntryType {
  return TYPES.has(text);
}
