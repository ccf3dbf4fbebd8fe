import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { ApiError } from '../api/api-error.ts';
import { changesQuery, conversationQuery } from '../api/queries.ts';
import { FactsProvider } from '../receipts/facts-provider.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Bars, Empty } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { CoachAway } from './coach-away.tsx';
import { CoachStateLine } from './coach-state-line.tsx';
import { Composer } from './composer.tsx';
import { draftIn } from './keep-unsent.ts';
import { NewWords } from './new-words.tsx';
import { Suggestions } from './suggestions.tsx';
import { ThreadBar, ToHistory } from './thread-bar.tsx';
import { TurnBlock } from './turn-block.tsx';
import { UnsentQuestion } from './unsent-question.tsx';
import { useAsk } from './use-ask.ts';
import { useFollowing } from './use-following.ts';
import { useOpenedAt } from './use-opened-at.ts';
import { useTurnFacts } from './use-turn-facts.ts';

const hasKeyboard = window.matchMedia('(pointer: fine)').matches;

/** One conversation, or the beginning of one. */
export function Thread({ conversationId }: { conversationId: string | null }) {
  const location = useLocation();
  const conversation = useQuery({
    ...conversationQuery(conversationId ?? ''),
    enabled: conversationId !== null,
  });
  const turns = conversation.data?.turns ?? [];
  const running = turns.find(({ status }) => status === 'running') ?? null;
  const answered = turns.some(({ status, facts }) => status !== 'running' && facts.length > 0);
  const changes = useQuery({
    ...changesQuery(conversationId ?? ''),
    enabled: conversationId !== null && answered,
  });
  const ask = useAsk(conversationId, { busy: running !== null });
  const [draft, setDraft] = useState(() => draftIn(sessionStorage, conversationId, Date.now()));
  const [said, setSaid] = useState('');
  // A page that was opened to be written on, or that has just been written on: there the cursor is expected.
  const toWrite = conversationId === null || askedBefore(location.state);
  const [focusFor, setFocusFor] = useState(toWrite && hasKeyboard ? 1 : 0);
  const { facts, report } = useTurnFacts(turns, changes.data?.turns);
  const missing = conversation.error instanceof ApiError && conversation.error.status === 404;
  const content = useRef<HTMLDivElement>(null);
  const isLive = conversationId !== null && (running !== null || ask.submission !== null);
  const { isBehind, follow } = useFollowing(content, isLive);

  function submit(question: string): void {
    ask.submit(question);
    if (conversationId !== null) follow();
    // On a phone the history goes on below: the question stands at the top.
    else window.scrollTo({ top: 0 });
  }
  useAskOnArrival(submit);
  useOpenedAt(turns.length > 0 && !missing);

  const edit = useCallback((question: string) => {
    setDraft(question);
    setFocusFor((before) => before + 1);
  }, []);

  function askAgain(question: string): void {
    submit(question);
    // The button that was pressed goes with its turn no longer being the last.
    if (hasKeyboard) setFocusFor((before) => before + 1);
  }

  return (
    <FactsProvider facts={facts}>
      <div className="-mb-12 flex min-h-[calc(100dvh-5rem)] min-w-0 flex-col lg:-mb-10 lg:min-h-[calc(100dvh-3rem)]">
        {conversationId === null ? (
          <PageTitle title="Ask your coach" aside={<ToHistory />} />
        ) : (
          <>
            <PageTitle title={conversation.data?.conversation.title ?? 'Conversation'} hidden />
            <ThreadBar conversationId={missing ? null : conversationId} />
          </>
        )}

        {missing ? (
          <Empty
            title="This conversation is gone."
            action={
              <Link to="/coach" className={buttonClass('quiet')}>
                Start a new one
              </Link>
            }
          >
            It was deleted, or it never was.
          </Empty>
        ) : conversationId !== null && conversation.isPending ? (
          <Bars rows={6} />
        ) : conversation.isError && turns.length === 0 ? (
          <CoachAway error={conversation.error} retry={() => void conversation.refetch()} />
        ) : null}
        <div ref={content}>
          {!missing && turns.length > 0 && (
            <ol className="flex flex-col gap-10" data-testid="turns">
              {turns.map((turn, index) => (
                <TurnBlock
                  key={turn.id}
                  turn={turn}
                  last={index === turns.length - 1}
                  changed={
                    changes.data?.turns.find(({ turnId }) => turnId === turn.id)?.factIds.length ??
                    0
                  }
                  onFacts={report}
                  onEdit={edit}
                  onAskAgain={askAgain}
                  onSay={setSaid}
                />
              ))}
            </ol>
          )}
          {ask.submission && !missing && (
            <UnsentQuestion
              question={ask.submission.body.text}
              hold={ask.hold}
              error={ask.error}
              retry={ask.retry}
              edit={() => {
                edit(ask.submission?.body.text ?? '');
                ask.forget();
              }}
            />
          )}
        </div>
        {conversationId === null && !ask.submission && <Suggestions onAsk={submit} />}
        <p role="status" data-testid="announcement" className="sr-only">
          {said}
        </p>

        {!missing && (
          <Composer
            draft={draft}
            setDraft={setDraft}
            running={running}
            sending={ask.submission !== null}
            onAsk={submit}
            focusFor={focusFor}
          >
            {isBehind && (
              <NewWords
                onGo={() => {
                  follow();
                  if (hasKeyboard) setFocusFor((before) => before + 1);
                }}
              />
            )}
            <CoachStateLine />
          </Composer>
        )}
      </div>
    </FactsProvider>
  );
}

function askedBefore(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'asked' in state;
}

/** "Analyse my last run" on another page hands its question over beside the address; it is asked once. */
function useAskOnArrival(submit: (text: string) => void): void {
  const location = useLocation();
  const navigate = useNavigate();
  const asked = useRef(false);
  const question = askOf(location.state);
  useEffect(() => {
    if (!question || asked.current) return;
    asked.current = true;
    void navigate(location.pathname, { replace: true, state: null });
    submit(question);
  });
}

function askOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('ask' in state)) return null;
  return typeof state.ask === 'string' ? state.ask : null;
}
