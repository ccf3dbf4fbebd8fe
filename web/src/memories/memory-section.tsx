import type { MemoryKind, MemoryView } from '@evensplit/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useAthlete } from '../shell/use-athlete.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Bars, Empty, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { addMemory, memoriesQuery, refreshMemories } from './memories-api.ts';
import { MemoryForm } from './memory-form.tsx';
import { MemoryItem } from './memory-item.tsx';
import { groupTitles } from './memory-words.ts';
import { useFocusAfter } from './use-focus-after.ts';
import { useSubmission } from './use-submission.ts';

/** Everything the coach remembers, in the athlete's words, each with its source. */
export function MemorySection() {
  const memories = useQuery(memoriesQuery);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLParagraphElement>(null);
  const all = memories.data?.memories ?? [];

  /** What had the focus is gone. */
  function deleted(): void {
    setSaid('Deleted.');
    heading.current?.focus();
  }

  return (
    <div className="flex flex-col gap-5" data-testid="memories">
      <PageTitle title="Memory" hidden />
      <Card title="What your coach remembers">
        <p className="max-w-prose text-[0.9375rem] text-muted">
          In your words, and only what you wrote or confirmed. Your coach quotes it and suggests no
          run on top of an injury or illness that stands. A language model sees what applies today,
          and only with your consent under{' '}
          <Link to="/settings/privacy" className="font-semibold text-accent underline">
            Privacy
          </Link>
          .
        </p>
        <p
          ref={heading}
          tabIndex={-1}
          role="status"
          className="mt-2 min-h-6 font-semibold outline-none"
        >
          {said}
        </p>
        <Add
          full={all.length >= (memories.data?.most ?? Infinity)}
          onKept={() => setSaid('Kept.')}
        />
      </Card>
      {memories.isPending ? (
        <Card title="Loading">
          <Bars rows={4} />
        </Card>
      ) : memories.isError ? (
        <Card title="Not shown">
          <Failure error={memories.error} retry={() => void memories.refetch()} />
        </Card>
      ) : all.length === 0 ? (
        <Card title="Nothing yet">
          <Empty title="Your coach remembers nothing about you yet.">
            Write something above, or tell your coach: “Remember that I prefer long runs on
            Saturday.” It is kept once you confirm it.
          </Empty>
        </Card>
      ) : (
        groupsOf(all).map(([kind, group]) => (
          <Group
            key={kind}
            kind={kind}
            memories={group}
            onSaved={() => setSaid('Saved.')}
            onDeleted={deleted}
          />
        ))
      )}
    </div>
  );
}

function Add({ full, onKept }: { full: boolean; onKept: () => void }) {
  const [open, setOpen] = useState(false);
  const submission = useSubmission();
  const button = useFocusAfter<HTMLButtonElement>(!open);
  const add = useMutation({
    mutationFn: addMemory,
    async onSuccess() {
      submission.settle();
      await refreshMemories();
      setOpen(false);
      onKept();
    },
  });
  if (!open) {
    return (
      <Button
        ref={button}
        disabled={full}
        onClick={() => {
          add.reset();
          setOpen(true);
        }}
      >
        {full ? 'No room: delete something first' : 'Add something'}
      </Button>
    );
  }
  return (
    <MemoryForm
      initial={null}
      saving={add.isPending}
      error={add.error}
      saveLabel="Remember it"
      onSave={(memory) => add.mutate(submission.of(memory))}
      onCancel={() => setOpen(false)}
    />
  );
}

function Group({
  kind,
  memories,
  onSaved,
  onDeleted,
}: {
  kind: MemoryKind;
  memories: MemoryView[];
  onSaved: () => void;
  onDeleted: () => void;
}) {
  const { timeZone } = useAthlete();
  const today = civilToday(timeZone);
  return (
    <Card title={groupTitles[kind]}>
      <ul className="flex flex-col divide-y divide-line">
        {memories.map((memory) => (
          <MemoryItem
            key={memory.id}
            memory={memory}
            today={today}
            onSaved={onSaved}
            onDeleted={onDeleted}
          />
        ))}
      </ul>
    </Card>
  );
}

/** By kind, and within a kind what stands before what is over. */
function groupsOf(all: readonly MemoryView[]): [MemoryKind, MemoryView[]][] {
  const kinds = Object.keys(groupTitles) as MemoryKind[];
  return kinds.flatMap((kind) => {
    const group = all.filter((one) => one.kind === kind);
    const stands = group.filter(({ state }) => state !== 'over');
    const over = group.filter(({ state }) => state === 'over');
    return group.length === 0 ? [] : [[kind, [...stands, ...over]] as [MemoryKind, MemoryView[]]];
  });
}

function civilToday(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());
}
