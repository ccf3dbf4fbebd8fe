import type { ConversationDetail, TurnAccepted, TurnView } from '@evensplit/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, queryClient, whenSignedOut } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';
import { conversationQuery } from '../api/queries.ts';
import { holdOf } from './hold-question.ts';
import { forgetUnsent, keepUnsent, unsentIn } from './keep-unsent.ts';
import { newSubmission, type Submission, submitQuestion } from './submit-question.ts';
import { tellOtherTabs } from './tabs.ts';

whenSignedOut(() => forgetUnsent(sessionStorage));

type Failed = { error: Error; tries: number };

/**
 * Asking: the question stands on the page at once, and becomes a turn when the coach has accepted it. What cannot be
 * accepted now is kept and sent again, with the same key: if an earlier try did arrive, this finds its turn.
 */
export function useAsk(conversationId: string | null, { busy }: { busy: boolean }) {
  const navigate = useNavigate();
  const [submission, setSubmission] = useState(() =>
    unsentIn(sessionStorage, conversationId, Date.now()),
  );
  const [failed, setFailed] = useState<Failed | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (next: Submission) => submitQuestion(api, next),
    onSuccess(accepted, next) {
      addTurn(accepted, next.body.text);
      keep(null);
      tellOtherTabs(accepted.conversationId);
      void queryClient.invalidateQueries({ queryKey: ['conversations'] });
      if (accepted.conversationId !== conversationId) {
        void navigate(
          { pathname: `/coach/${accepted.conversationId}`, search: window.location.search },
          { replace: conversationId === null, state: { asked: true } },
        );
      }
    },
    onError(error) {
      setFailed((before) => ({ error, tries: (before?.tries ?? 0) + 1 }));
      // Another tab asked first: show its turn.
      if (conversationId && error instanceof ApiError && error.code === 'turn_active') {
        void queryClient.invalidateQueries(conversationQuery(conversationId));
      }
    },
  });
  const hold = failed && holdOf(failed.error, failed.tries, navigator.onLine);
  const untried = submission !== null && failed === null;

  // What a reload has brought back goes out first; `isPending` is true from the first call on.
  useEffect(() => {
    if (untried && !isPending) mutate(submission);
  }, [untried, isPending, mutate, submission]);

  const waitsForAnswer = busy && failed?.error instanceof ApiError && failed.error.status === 409;
  const againInMs = submission && !isPending && !waitsForAnswer ? hold?.againInMs : undefined;
  useEffect(() => {
    if (againInMs === undefined || !submission) return undefined;
    const again = () => mutate(submission);
    const timer = setTimeout(again, againInMs);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [againInMs, failed?.tries, submission, mutate]);

  function keep(next: Submission | null): void {
    keepUnsent(sessionStorage, conversationId, next, Date.now());
    setFailed(null);
    setSubmission(next);
  }

  function submit(text: string): void {
    keep(newSubmission({ text, ...(conversationId ? { conversationId } : {}) }));
  }

  return {
    submission,
    isSending: isPending,
    hold,
    error: submission && !hold ? (failed?.error ?? null) : null,
    submit,
    retry: () => submission && mutate(submission),
    forget: () => keep(null),
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
