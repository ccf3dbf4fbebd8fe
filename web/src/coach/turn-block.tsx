import type { Fact, TurnView } from '@evensplit/contracts';
import { useEffect, useRef } from 'react';
import { MemoryOffer } from '../memories/memory-offer.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { AnswerText } from './answer-text.tsx';
import { LookedAt } from './looked-at.tsx';
import { plainAnswer } from './plain-answer.ts';
import { QuestionBubble } from './question-bubble.tsx';
import { turnAnchor } from './turn-anchor.ts';
import { TurnNotice } from './turn-notice.tsx';
import {
  basisWords,
  changedWords,
  endingWords,
  phaseWords,
  strikesWords,
  writerWords,
} from './turn-words.ts';
import { useWatchedTurn } from './use-watched-turn.ts';
import type { WatchedTurn } from './watch-turn.ts';

export function TurnBlock({
  turn,
  last,
  changed,
  onFacts,
  onEdit,
  onAskAgain,
  onSay,
}: {
  turn: TurnView;
  last: boolean;
  /** How many of its values would be told differently today. */
  changed: number;
  onFacts: (facts: readonly Fact[]) => void;
  onEdit: (question: string) => void;
  onAskAgain: (question: string) => void;
  /** To those who hear the page. */
  onSay: (words: string) => void;
}) {
  const state = useWatchedTurn(turn);
  const running = state.status === 'running';
  const { facts } = state;
  useEffect(() => {
    if (running) onFacts(facts);
  }, [running, facts, onFacts]);

  const ending = endingWords(state.status, state.errorCode, state.text !== '');
  useSpokenEnd(running, `${ending ?? 'The coach has answered.'} ${plainAnswer(state.text)}`, onSay);
  const strikes = running ? null : strikesWords(state);
  const about = [writerWords(state.writer), basisWords(facts)].filter(Boolean).join(' · ');
  const changes = running ? null : changedWords(changed, facts.length);
  return (
    <li
      id={turnAnchor(turn.id)}
      data-testid="turn"
      data-status={state.status}
      className="flex scroll-mt-6 flex-col gap-4"
    >
      <QuestionBubble as="h2">
        <span className="sr-only">You asked: </span>
        {turn.question}
      </QuestionBubble>
      <div data-testid="answer" aria-busy={running} className="break-words">
        {state.text && <AnswerText text={state.text} streaming={running} />}
        {running && <Waiting state={state} />}
        {ending && (
          <TurnNotice
            tone={state.status === 'stopped' ? 'calm' : 'warn'}
            icon={state.status === 'stopped' ? 'stop' : 'warning'}
          >
            {ending}
          </TurnNotice>
        )}
        {strikes && (
          <TurnNotice tone="calm" icon="receipt" testId="strikes">
            {strikes}
          </TurnNotice>
        )}
        {changes && (
          <TurnNotice tone="warn" icon="warning" testId="changed-since">
            {changes}
          </TurnNotice>
        )}
      </div>
      {!running && (
        <div className="flex flex-col text-sm text-muted">
          {about && <p data-testid="written-by">{about}</p>}
          <LookedAt looked={state.lookedAt} />
          {(last || changes) && (
            <div className="-ml-4 flex flex-wrap">
              <Button look="plain" onClick={() => onAskAgain(turn.question)}>
                <Icon name="retry" className="size-4" />
                Ask again
              </Button>
              {last && (
                <Button look="plain" onClick={() => onEdit(turn.question)}>
                  Edit question
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      <MemoryOffer turn={turn} last={last} />
    </li>
  );
}

/** Where the answer stands, in words that change: a reader can tell working from stuck. */
function Waiting({ state }: { state: WatchedTurn }) {
  const words =
    state.connection === 'reconnecting'
      ? 'Connection lost, reconnecting. What is written meanwhile will follow.'
      : phaseWords(state.phase, state.text !== '');
  return (
    <p data-testid="turn-phase" className="mt-3 flex min-h-6 items-center gap-3 text-muted">
      <span aria-hidden="true" className="flex gap-1">
        {[0, 1, 2].map((bar) => (
          <span
            key={bar}
            className="h-3.5 w-2 -skew-x-12 animate-pulse rounded-[2px] bg-accent"
            style={{ animationDelay: `${bar * 180}ms` }}
          />
        ))}
      </span>
      {words}
    </p>
  );
}

/** A screen reader hears an answer once, when it is whole: every word as it comes would be a stammer. */
function useSpokenEnd(running: boolean, words: string, onSay: (words: string) => void): void {
  const wasRunning = useRef(false);
  useEffect(() => {
    if (running && !wasRunning.current) onSay('The coach is answering.');
    if (!running && wasRunning.current) onSay(words);
    wasRunning.current = running;
  }, [running, words, onSay]);
}
