import type { Fact, FactSheet, MemoryKind } from '@evensplit/contracts';
import { english } from '../guardrails/words/english.ts';
import { factOn, paragraphs, say, sentence, type Maybe, type Paragraph } from './prose.ts';

const HOW_TO_ADD =
  'Say “remember that …” and confirm it, or write it yourself under Settings, Memory.';
const HOW_TO_CHANGE = 'Under Settings, Memory you can change and delete each of them.';

const names: Record<MemoryKind, string> = {
  injury: 'Injury',
  preference: 'Preference',
  phase: 'Training phase',
  event: 'Going on',
};
const none: Record<MemoryKind, string> = {
  injury: 'You have noted no injury.',
  preference: 'You have noted no preference.',
  phase: 'You have noted no training phase.',
  event: 'You have noted nothing that goes on in your life.',
};

/** What the athlete had remembered, in their own words; what is over or to come is said to be. */
export function tellMemories(sheet: FactSheet, { kind }: { kind?: MemoryKind }): Paragraph[] {
  const notes = sheet.facts.filter(({ unit }) => unit === 'note');
  const wanted = notes.filter(({ metric }) => kind === undefined || kindOf(metric) === kind);
  if (wanted.length === 0) {
    return paragraphs([
      say(kind === undefined ? 'You have not asked me to remember anything.' : none[kind]),
      say(HOW_TO_ADD),
    ]);
  }
  return paragraphs(
    [say('This is what you asked me to remember:')],
    ...wanted.map((note) => [tellNote(sheet, note)]),
    [say(HOW_TO_CHANGE)],
  );
}

function tellNote(sheet: FactSheet, note: Fact): Maybe {
  const flags = note.flags.length > 0 ? `, ${note.flags.join(', ')}` : '';
  const opening = `${names[kindOf(note.metric)]}${flags}`;
  return (
    sentence`${opening}: ${note}, for ${factOn(sheet, 'memory.days_since', note.subject)} now.` ??
    sentence`${opening}: ${note}.`
  );
}

function kindOf(metric: string): MemoryKind {
  if (metric === 'memory.injury') return 'injury';
  if (metric === 'memory.phase') return 'phase';
  return metric === 'memory.preference' ? 'preference' : 'event';
}

/** The injury or illness that a sheet's rule looked at. */
export function healthNoteOn(sheet: FactSheet): Fact | undefined {
  return factOn(sheet, 'memory.injury') ?? factOn(sheet, 'memory.illness');
}

/** What always follows an injury or illness that was noted. */
export function tellCare(sheet: FactSheet): Maybe[] {
  if (!healthNoteOn(sheet)) return [];
  return [
    say(english.remark.complaint),
    say('When it is better, change the note under Settings, Memory, and this changes with it.'),
  ];
}

/** The page shows the note itself, with the button that keeps it. */
export function tellOffer(): Paragraph[] {
  return paragraphs([
    say('I can remember that, but only if you say so: look at the note below, and keep it or not.'),
    say('Until you do, nothing is kept.'),
  ]);
}
