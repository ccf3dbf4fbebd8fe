import type { MemoryKind, NewMemory } from '@evensplit/contracts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { eventWords, groupTitles, kindWords, phaseWords, statusWords } from './memory-words.ts';
import { readForm } from './read-form.ts';

export type Remembered = Omit<NewMemory, 'sourceTurnId'>;

const kinds = Object.keys(groupTitles) as MemoryKind[];

/** Adds or changes a memory: the kind decides which fields there are. What is kept already stays of its kind. */
export function MemoryForm({
  initial,
  isKept = false,
  saving,
  error,
  saveLabel,
  onSave,
  onCancel,
}: {
  initial: Remembered | null;
  isKept?: boolean;
  saving: boolean;
  error: unknown;
  saveLabel: string;
  onSave: (memory: Remembered) => void;
  onCancel: () => void;
}) {
  const [kind, setKind] = useState<MemoryKind>(initial?.kind ?? 'injury');
  const [since, setSince] = useState(initial?.since ?? '');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onSave(readForm(kind, new FormData(event.currentTarget)));
  }

  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      data-testid="memory-form"
      className="flex flex-col gap-4"
    >
      {!isKept && (
        <SelectField
          label="What is it?"
          name="kind"
          value={kind}
          autoFocus
          onChange={(event) => setKind(event.currentTarget.value as MemoryKind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {kindWords[one]}
            </option>
          ))}
        </SelectField>
      )}
      <Topic
        key={kind}
        kind={kind}
        initial={initial?.kind === kind ? initial : null}
        autoFocus={isKept}
      />
      <TextField
        label={kind === 'preference' ? 'In your words' : 'In your words (optional)'}
        name="text"
        defaultValue={initial?.text ?? ''}
        maxLength={280}
        required={kind === 'preference'}
        autoFocus={isKept && kind === 'preference'}
        placeholder={placeholders[kind]}
        hint="Your coach quotes it as you write it."
      />
      {kind !== 'preference' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Since (optional)"
            name="since"
            type="date"
            value={since}
            onChange={(event) => setSince(event.currentTarget.value)}
          />
          <TextField
            label="Until (optional)"
            name="until"
            type="date"
            min={since || undefined}
            defaultValue={initial?.until ?? ''}
          />
        </div>
      )}
      <FormError error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={saving}>
          {saving ? 'Saving…' : saveLabel}
        </Button>
        <Button look="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const placeholders: Record<MemoryKind, string> = {
  injury: 'Hurts on the first steps in the morning',
  event: 'Lisbon, hills and no watch',
  phase: 'Long runs easy, one tempo a week',
  preference: 'Long run on Sunday, no track',
};

/** What it is about: the body part in words, a phase or an event from a list. */
function Topic({
  kind,
  initial,
  autoFocus,
}: {
  kind: MemoryKind;
  initial: Remembered | null;
  autoFocus: boolean;
}): ReactNode {
  const topic = initial?.topic ?? undefined;
  switch (kind) {
    case 'preference':
      return null;
    case 'injury':
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Body part"
            name="topic"
            defaultValue={topic}
            maxLength={60}
            required
            autoFocus={autoFocus}
            placeholder="Left Achilles"
          />
          <SelectField label="How is it?" name="status" defaultValue={initial?.status ?? 'active'}>
            <Options words={statusWords} />
          </SelectField>
        </div>
      );
    case 'phase':
      return (
        <SelectField
          label="Phase"
          name="topic"
          defaultValue={topic ?? 'base'}
          autoFocus={autoFocus}
        >
          <Options words={phaseWords} />
        </SelectField>
      );
    case 'event':
      return (
        <SelectField
          label="What goes on?"
          name="topic"
          defaultValue={topic ?? 'travel'}
          autoFocus={autoFocus}
        >
          <Options words={eventWords} />
        </SelectField>
      );
  }
}

function Options({ words }: { words: Record<string, string> }) {
  return Object.entries(words).map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
