import type { ConversationDetail, TurnView } from '@evensplit/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { queryClient } from '../api/api.ts';
import { conversationQuery, fetchTurn } from '../api/queries.ts';
import { useAthlete } from '../shell/use-athlete.ts';
import { FormError } from '../sign-in/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { declinedOffers, declineOffer } from './declined-offers.ts';
import { addMemory, refreshMemories } from './memories-api.ts';
import { MemoryForm, type Remembered } from './memory-form.tsx';
import { dateWords, kindWords, topicWords } from './memory-words.ts';
import { useSubmission } from './use-submission.ts';

/** Under an answer: what the question seems to ask to be remembered. One tap keeps it, and nothing else does. */
export function MemoryOffer({ turn, last }: { turn: TurnView; last: boolean }) {
  // A turn that was followed to its end has not been read since, and only a row knows its offer.
  const isUnread = turn.proposedMemory === undefined && turn.status !== 'running';
  const row = useQuery({
    queryKey: ['turn-offer', turn.id],
    staleTime: Infinity,
    queryFn: () => fetchTurn(turn.id),
    enabled: last && isUnread,
  });
  const proposed = turn.proposedMemory ?? row.data?.proposedMemory ?? null;
  // Once it was on offer here, the focus was on the button that keeps it.
  const [offered, setOffered] = useState(false);
  const [declined, setDeclined] = useState(() => declinedOffers().includes(turn.id));
  if (!proposed || turn.status === 'running') return null;
  if (proposed.keptAs) return <Kept justNow={offered} />;
  if (!last || declined) return null;
  return (
    <Offer
      turn={turn}
      memory={proposed.memory}
      onKeep={() => setOffered(true)}
      onDecline={() => {
        declineOffer(turn.id);
        setDeclined(true);
      }}
    />
  );
}

function Offer({
  turn,
  memory,
  onKeep,
  onDecline,
}: {
  turn: TurnView;
  memory: Remembered;
  onKeep: () => void;
  onDecline: () => void;
}) {
  const [changing, setChanging] = useState(false);
  const submission = useSubmission();
  const keep = useMutation({
    mutationFn: (said: Remembered) => addMemory(submission.of({ ...said, sourceTurnId: turn.id })),
    async onSuccess(kept, said) {
      submission.settle();
      onKeep();
      showKept(turn, { memory: said, keptAs: kept.id });
      await refreshMemories();
    },
  });
  return (
    <section
      aria-label="A note to keep"
      data-testid="memory-offer"
      className="flex max-w-prose flex-col gap-3 rounded-2xl border border-accent/50 bg-surface p-4"
    >
      <p className="font-semibold">Shall your coach remember this?</p>
      {changing ? (
        <MemoryForm
          initial={memory}
          saving={keep.isPending}
          error={keep.error}
          saveLabel="Keep it"
          onSave={(said) => keep.mutate(said)}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <>
          <Words memory={memory} />
          <FormError error={keep.error} />
          <div className="flex flex-wrap gap-3">
            <Button disabled={keep.isPending} onClick={() => keep.mutate(memory)}>
              {keep.isPending ? 'Keeping…' : 'Keep it'}
            </Button>
            <Button look="quiet" onClick={() => setChanging(true)}>
              Change first
            </Button>
            <Button look="plain" onClick={onDecline}>
              Not now
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Words({ memory }: { memory: Remembered }): ReactNode {
  const { timeZone } = useAthlete();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
  const about = [kindWords[memory.kind], topicWords(memory), dateWords(memory, today)];
  return (
    <div className="min-w-0">
      <p className="break-words">“{memory.text}”</p>
      <p className="text-[0.9375rem] text-muted">{about.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

function Kept({ justNow }: { justNow: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (justNow) link.current?.focus({ preventScroll: true });
  }, [justNow]);
  return (
    <p
      role="status"
      data-testid="memory-kept"
      className="flex flex-wrap items-center gap-x-2 text-[0.9375rem] text-muted"
    >
      <Icon name="check" className="size-4 text-accent" />
      Kept as a note.{' '}
      <Link
        ref={link}
        to="/settings/memory"
        className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
      >
        What your coach remembers
      </Link>
    </p>
  );
}

function showKept(turn: TurnView, proposedMemory: NonNullable<TurnView['proposedMemory']>): void {
  queryClient.setQueryData(
    conversationQuery(turn.conversationId).queryKey,
    (before: ConversationDetail | undefined) =>
      before && {
        ...before,
        turns: before.turns.map((one) => (one.id === turn.id ? { ...one, proposedMemory } : one)),
      },
  );
}
