import type { Fact, TurnView } from '@evensplit/contracts';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { MemoryOffer } from '../memories/memory-offer.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { AnswerText } from './answer-text.tsx';
import { LookedAt } from './looked-at.tsx';
import { plainAnswer } from './plain-answer.ts';
import { turnAnchor } from './turn-anchor.ts';
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

const NEAR_BOTTOM_PX = 220;

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
  useFollowingScroll(running, state.text);

  const ending = endingWords(state.status, state.errorCode, state.text !== '');
  useSpokenEnd(running, `${ending ?? 'The coach has answered.'} ${plainAnswer(state.text)}`, onSay);
  const changes = running ? null : changedWords(changed, facts.length);
  return (
    <li
      id={turnAnchor(turn.id)}
      data-testid="turn"
      data-status={state.status}
      className="flex scroll-mt-6 flex-col gap-4"
    >
      <h2 className="max-w-prose self-end rounded-2xl rounded-br-md bg-accent-soft px-4 py-2.5 text-[1.0625rem] break-words whitespace-pre-wrap text-accent-strong">
        <span className="sr-only">You asked: </span>
        {turn.question}
      </h2>
      <div data-testid="answer" aria-busy={running} className="break-words">
        {state.text && <AnswerText text={state.text} streaming={running} />}
        {running && <Waiting state={state} />}
        {ending && <Notice>{ending}</Notice>}
        {changes && <Notice testId="changed-since">{changes}</Notice>}
      </div>
      {!running && (
        <div className="flex flex-col text-sm text-muted">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <p className="min-w-0" data-testid="written-by">
              {[writerWords(state.writer), basisWords(facts), strikesWords(state)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {(last || changes) && (
              <div className="-ml-4 flex sm:ml-0">
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
          <LookedAt looked={state.lookedAt} />
        </div>
      )}
      <MemoryOffer turn={turn} last={last} />
    </li>
  );
}

function Notice({ children, testId }: { children: string; testId?: string }) {
  return (
    <p
      data-testid={testId}
      className="mt-4 flex max-w-prose gap-2 rounded-xl bg-warn-soft px-4 py-3 text-[0.9375rem] text-warn"
    >
      <Icon name="warning" className="mt-0.5 size-5" />
      {children}
    </p>
  );
}

/** Where the answer stands, in words that change: a reader can tell working from stuck. */
function Waiting({ state }: { state: WatchedTurn }) {
  const words =
    state.connection === 'reconnecting'
      ? 'Connection lost, reconnecting. What is written meanwhile will follow.'
      : phaseWords(state.phase);
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

/** Follows a growing answer as long as the reader is at its end; whoever scrolled up is left alone. */
function useFollowingScroll(running: boolean, text: string): void {
  const following = useRef(running);
  useEffect(() => {
    if (!running) return undefined;
    function look(): void {
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      following.current = scrollHeight - clientHeight - scrollTop < NEAR_BOTTOM_PX;
    }
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, [running]);
  // The last time when it has ended: who wrote it and what to do next stand below the answer.
  useLayoutEffect(() => {
    if (following.current) window.scrollTo({ top: document.documentElement.scrollHeight });
    if (!running) following.current = false;
  }, [running, text]);
}
