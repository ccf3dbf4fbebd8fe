import type { MemoryView } from '@evensplit/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAthlete } from '../shell/use-athlete.ts';
import { Button } from '../ui/button.tsx';
import { changeMemory, deleteMemory, refreshMemories } from './memories-api.ts';
import { MemoryForm, type Remembered } from './memory-form.tsx';
import { sourceWords, standing, topicWords } from './memory-words.ts';
import { useFocusAfter } from './use-focus-after.ts';

type Mode = 'shown' | 'edited' | 'asking';

/** One memory with what can be done to it; the keyboard goes back to where it was. */
export function MemoryItem({
  memory,
  today,
  onSaved,
  onDeleted,
}: {
  memory: MemoryView;
  today: string;
  onSaved: () => void;
  onDeleted: () => void;
}) {
  const [mode, setMode] = useState<Mode>('shown');
  const name = topicWords(memory) ?? memory.text;
  const change = useMutation({
    mutationFn: (said: Remembered) => {
      const { kind: _, ...fields } = said;
      return changeMemory(memory.id, { ...fields, revision: memory.revision });
    },
    async onSuccess() {
      await refreshMemories();
      setMode('shown');
      onSaved();
    },
    // Changed elsewhere: the form stays open over what it is now.
    onError: refreshMemories,
  });
  const edit = useFocusAfter<HTMLButtonElement>(mode === 'shown');
  if (mode === 'edited') {
    return (
      <li className="py-4">
        <MemoryForm
          key={memory.revision}
          initial={memory}
          isKept
          saving={change.isPending}
          error={change.error}
          saveLabel="Save"
          onSave={change.mutate}
          onCancel={() => setMode('shown')}
        />
      </li>
    );
  }
  return (
    <li
      data-testid="memory"
      className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3"
    >
      <Words memory={memory} today={today} />
      {mode === 'shown' ? (
        <div className="-mx-4 flex sm:mr-0">
          <Button
            look="plain"
            ref={edit}
            aria-label={`Edit: ${name}`}
            onClick={() => {
              change.reset();
              setMode('edited');
            }}
          >
            Edit
          </Button>
          <Button look="plain" aria-label={`Delete: ${name}`} onClick={() => setMode('asking')}>
            Delete
          </Button>
        </div>
      ) : (
        <AskToDelete memory={memory} onDone={onDeleted} onKeep={() => setMode('shown')} />
      )}
    </li>
  );
}

function Words({ memory, today }: { memory: MemoryView; today: string }) {
  const { timeZone } = useAthlete();
  const topic = topicWords(memory);
  const state = standing(memory, today);
  const { source } = memory;
  return (
    <div className="min-w-0 flex-1 basis-64">
      {topic && <p className="font-semibold break-words">{topic}</p>}
      {memory.text && (
        <p className={`break-words ${topic ? '' : 'font-semibold'}`}>“{memory.text}”</p>
      )}
      {state && <p className="text-[0.9375rem] text-muted">{state}</p>}
      <p className="mt-0.5 text-sm text-muted">
        {sourceWords(memory, timeZone)}
        {source.from === 'conversation' && source.conversationId !== null && (
          <>
            {' '}
            <Link
              to={`/coach/${source.conversationId}`}
              className="font-semibold text-accent underline underline-offset-4"
            >
              this conversation
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

/** Deleting cannot be undone, so it takes two presses, the second on a button that says what it does. */
function AskToDelete({
  memory,
  onDone,
  onKeep,
}: {
  memory: MemoryView;
  onDone: () => void;
  onKeep: () => void;
}) {
  const remove = useMutation({
    mutationFn: () => deleteMemory(memory.id),
    async onSuccess() {
      await refreshMemories();
      onDone();
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {remove.isError && (
        <span role="alert" className="text-sm text-danger">
          Not deleted.
        </span>
      )}
      <Button look="danger" autoFocus disabled={remove.isPending} onClick={() => remove.mutate()}>
        Forget this
      </Button>
      <Button look="plain" onClick={onKeep}>
        Keep
      </Button>
    </div>
  );
}
