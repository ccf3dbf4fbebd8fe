import type { MemoryKind, NewMemory } from '@evensplit/contracts';
import { formText } from '../ui/form-text.ts';

/** What a form says, with the fields of its kind and no others. An empty date is none. */
export function readForm(kind: MemoryKind, form: FormData): Omit<NewMemory, 'sourceTurnId'> {
  const orNull = (name: string) => formText(form, name).trim() || null;
  const isDated = kind !== 'preference';
  return {
    kind,
    text: formText(form, 'text').trim(),
    topic: kind === 'preference' ? null : orNull('topic'),
    status: kind === 'injury' ? statusOf(formText(form, 'status')) : null,
    since: isDated ? orNull('since') : null,
    until: isDated ? orNull('until') : null,
  };
}

function statusOf(word: string): NonNullable<NewMemory['status']> {
  return word === 'recovering' || word === 'over' ? word : 'active';
}
