import type { Fact, TurnView } from '@evensplit/contracts';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { AnswerText } from './answer-text.tsx';
import { basisWords, endingWords, phaseWords, strikesWords, writerWords } from './turn-words.ts';
import { useWatchedTurn } from './use-watched-turn.ts';
import type { WatchedTurn } from './watch-turn.ts';

const NEAR_BOTTOM_PX = 220;

export function TurnBlock({
  turn,
  last,
  onFacts,
  onEdit,
  onAskAgain,
}: {
  turn: TurnView;
  last: boolean;
  onFacts: (facts: readonly Fact[]) => void;
  onEdit: (question: string) => void;
  onAskAgain: (question: string) => void;
}) {
  const state = useWatchedTurn(turn);
  const running = state.status === 'running';
  const { facts } = state;
  useEffect(() => {
    if (running) onFacts(facts);
  }, [running, facts, onFacts]);
  useFollowingScroll(running, state.text);

  const ending = endingWords(state.status, state.errorCode, state.text !== '');
  return (
    <li data-testid="turn" data-status={state.status} className="flex flex-col gap-4">
      <h2 className="max-w-prose self-end rounded-2xl rounded-br-md bg-accent-soft px-4 py-2.5 text-[1.0625rem] whitespace-pre-wrap text-accent-strong">
        <span className="sr-only">You asked: </span>
        {turn.question}
      </h2>
      <div aria-live="polite" aria-busy={running} data-testid="answer">
        {state.text && <AnswerText text={state.text} streaming={running} />}
        {running && <Waiting state={state} />}
        {ending && (
          <p className="mt-4 flex max-w-prose gap-2 rounded-xl bg-warn-soft px-4 py-3 text-[0.9375rem] text-warn">
            <Icon name="warning" className="mt-0.5 size-5" />
            {ending}
          </p>
        )}
      </div>
      {!running && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <p className="min-w-0">
            {[writerWords(state.writer), basisWords(facts), strikesWords(state)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {last && (
            <div className="-ml-4 flex sm:ml-0">
              <Button look="plain" onClick={() => onAskAgain(turn.question)}>
                <Icon name="retry" className="size-4" />
                Ask again
              </Button>
              <Button look="plain" onClick={() => onEdit(turn.question)}>
                Edit question
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

/** Where the answer stands, in words that change: a reader can tell working from stuck. */
function Waiting({ state }: { state: WatchedTurn }) {
  const words =
    state.connection === 'reconnecting'
      ? 'Connection lost, reconnecting. The answer goes on without you.'
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

/** Follows a growing answer as long as the reader is at its end; whoever scrolled up is left alone. */
function useFollowingScroll(running: boolean, text: string): void {
  const following = useRef(true);
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
  useLayoutEffect(() => {
    if (running && following.current)
      window.scrollTo({ top: document.documentElement.scrollHeight });
  }, [running, text]);
}
