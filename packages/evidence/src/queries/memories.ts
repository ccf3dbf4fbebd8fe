import type { Fact, FactQueryArgs, FactSheet, MemoryState } from '@evensplit/contracts';
import type { Memory } from '@evensplit/db';
import type { Subject } from '../athlete.ts';
import { daysBetween, storedDay } from '../civil-day.ts';
import { memoryState } from '../memory-state.ts';
import { quoteWords } from '../quote-words.ts';
import { openSheet, type Sheet } from '../sheet.ts';

/** More than an athlete may have; a sheet has an end all the same. */
const MOST = 100;

/** What weighs most on training stands first, so that whoever has little room sees that. */
const order = ['injury', 'event', 'phase', 'preference'] as const;

type Row = Pick<Memory, 'id' | 'kind' | 'text' | 'topic' | 'status' | 'since' | 'until'>;
type Noted = Row & { from: string | null; to: string | null; state: MemoryState };

/** What the athlete asked to be remembered: quotations with their dates. `now` leaves out what is over or to come. */
export async function memories(
  subject: Subject,
  args: FactQueryArgs['memories'],
): Promise<FactSheet> {
  const sheet = openSheet('memories');
  const noted = await readNoted(subject);
  const wanted = noted.filter(({ state }) => args.when === 'all' || state === 'now');
  for (const one of wanted) addNote(subject, sheet, one);
  if (wanted.length === 0) {
    const why = noted.length > 0 ? 'Nothing you noted applies today.' : 'You have noted nothing.';
    sheet.gap('memory.notes', 'missing', why);
  }
  return sheet.done();
}

export type HealthNote = { fact: Fact; health: 'injured_or_ill' | 'recovering' };

/** The injury or illness that the athlete said stands today, the graver one first; on the sheet that asks for it. */
export async function addHealthNote(subject: Subject, sheet: Sheet): Promise<HealthNote | null> {
  const standing = (await readNoted(subject)).filter(
    ({ kind, topic, state }) =>
      state === 'now' && (kind === 'injury' || isIllness({ kind, topic })),
  );
  const gravest = standing.find(({ status }) => status !== 'recovering') ?? standing[0];
  if (!gravest) return null;
  const fact = addNote(subject, sheet, gravest);
  return { fact, health: gravest.status === 'recovering' ? 'recovering' : 'injured_or_ill' };
}

async function readNoted(subject: Subject): Promise<Noted[]> {
  // Notes are behind row-level security: this function names the athlete whose they are.
  const rows = await subject.db.$queryRaw<Row[]>`
    SELECT id::text AS id, kind, text, topic, status, since, until
    FROM memory_notes(${subject.athleteId}::uuid, ${MOST}::int)`;
  const noted = rows.map((row) => {
    const from = row.since && storedDay(row.since);
    const to = row.until && storedDay(row.until);
    const state = memoryState({ status: row.status, since: from, until: to }, subject.today);
    return { ...row, from, to, state };
  });
  return order.flatMap((kind) => noted.filter((one) => one.kind === kind));
}

function isIllness({ kind, topic }: Pick<Row, 'kind' | 'topic'>): boolean {
  return kind === 'event' && topic === 'illness';
}

const stateWords: Record<MemoryState, string[]> = {
  now: [],
  to_come: ['to come'],
  over: ['over'],
};

/** The words as a quotation, and as numbers only what the calendar makes of its dates. */
function addNote(subject: Subject, sheet: Sheet, noted: Noted): Fact {
  const { id, kind, topic, text, status, from, to, state } = noted;
  const about = (topic ?? '').replaceAll('_', ' ');
  const shared = {
    // Days that are named here may be named in an answer.
    subject: [
      `memory:${id}`,
      ...[from, to].flatMap((day) => day ?? []).map((day) => `day:${day}`),
    ].join(' '),
    quality: 'stated' as const,
    from: [],
    lanes: ['manual' as const],
  };
  const fact = sheet.add({
    ...shared,
    metric: isIllness(noted) ? 'memory.illness' : `memory.${kind}`,
    value: 1,
    words: quoteWords(saidOf(about, text)),
    method: 'athlete-note/1',
    ...(from === null && to === null ? {} : { arithmetic: dates(from, to) }),
    flags: [...stateWords[state], ...(status === 'recovering' ? ['recovering'] : [])],
  });
  if (from !== null && from < subject.today && state === 'now') {
    sheet.add({
      ...shared,
      metric: 'memory.days_since',
      value: daysBetween(from, subject.today),
      method: 'calendar/1',
    });
  }
  if (to !== null && to > subject.today && state === 'now') {
    sheet.add({
      ...shared,
      metric: 'memory.days_left',
      value: daysBetween(subject.today, to),
      method: 'calendar/1',
    });
  }
  return fact;
}

/** What it is about stands before the words, unless they name it themselves. */
function saidOf(about: string, text: string): string {
  if (text === '') return about;
  const isNamed = text.toLowerCase().includes(about.toLowerCase());
  return isNamed ? text : `${about}: ${text}`;
}

function dates(from: string | null, to: string | null): string {
  return [from && `since ${from}`, to && `until ${to}`].filter(Boolean).join(', ');
}
