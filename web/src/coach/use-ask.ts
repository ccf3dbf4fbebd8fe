import type { ConversationDetail, TurnAccepted, TurnView } from '@evensplit/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, queryClient } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';
import { conversationQuery } from '../api/queries.ts';
import { newSubmission, type Submission, submitQuestion } from './submit-question.ts';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asking: the question stands on the page at once, and becomes a turn when the coach has accepted it. */
export function useAsk(conversationId: string | null) {
  const navigate = useNavigate();
  const [submission, setSubmission] = useState<Submission | null>(null);
  const mutation = useMutation({
    mutationFn: (next: Submission) => submitQuestion({ send: api.send, wait }, next),
    onSuccess(accepted, next) {
      addTurn(accepted, next.body.text);
      setSubmission(null);
      void queryClient.invalidateQueries({ queryKey: ['conversations'] });
      if (accepted.conversationId !== conversationId) {
        void navigate(`/coach/${accepted.conversationId}`, { replace: conversationId === null });
      }
    },
    onError(error) {
      // Another tab asked first: show its turn.
      if (conversationId && error instanceof ApiError && error.code === 'turn_active') {
        void queryClient.invalidateQueries(conversationQuery(conversationId));
      }
    },
  });

  function submit(text: string): void {
    const next = newSubmission({ text, ...(conversationId ? { conversationId } : {}) });
    setSubmission(next);
    mutation.mutate(next);
  }

  return {
    submission,
    isSending: mutation.isPending,
    error: submission ? mutation.error : null,
    submit,
    /** The same submit once more, with its key: if the first one did arrive, this finds its turn. */
    retry: () => submission && mutation.mutate(submission),
    forget: () => setSubmission(null),
  };
}

function addTurn(accepted: TurnAccepted, question: string): void {
  const turn: TurnView = {
    id: accepted.turnId,
    conversationId: accepted.conversationId,
    question,
    status: 'running',
    text: '',
    writer: null,
    errorCode: null,
    facts: [],
    cursor: '0-0',
    createdAt: accepted.now,
    deadlineAt: accepted.deadlineAt,
    finishedAt: null,
    now: accepted.now,
  };
  queryClient.setQueryData(
    conversationQuery(accepted.conversationId).queryKey,
    (before: ConversationDetail | undefined): ConversationDetail => ({
      conversation: before?.conversation ?? {
        id: accepted.conversationId,
        title: question,
        createdAt: accepted.now,
        updatedAt: accepted.now,
        turns: 1,
      },
      turns: [...(before?.turns ?? []).filter(({ id }) => id !== turn.id), turn],
    }),
  );
}
