import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { ApiError } from '../api/api-error.ts';
import { conversationQuery } from '../api/queries.ts';
import { FactsProvider } from '../receipts/facts-provider.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Bars, Empty, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Composer } from './composer.tsx';
import { ConversationHistory } from './conversation-history.tsx';
import { DeleteConversation } from './delete-conversation.tsx';
import { Suggestions } from './suggestions.tsx';
import { TurnBlock } from './turn-block.tsx';
import { UnsentQuestion } from './unsent-question.tsx';
import { useAsk } from './use-ask.ts';
import { useTurnFacts } from './use-turn-facts.ts';

export function CoachPage() {
  const { conversationId = null } = useParams();
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-10">
      <Thread key={conversationId ?? 'new'} conversationId={conversationId} />
      <aside
        aria-label="History"
        className={conversationId === null ? 'mt-20 lg:mt-0' : 'hidden lg:block'}
      >
        <ConversationHistory current={conversationId} />
      </aside>
    </div>
  );
}

function Thread({ conversationId }: { conversationId: string | null }) {
  const conversation = useQuery({
    ...conversationQuery(conversationId ?? ''),
    enabled: conversationId !== null,
  });
  const ask = useAsk(conversationId);
  const [draft, setDraft] = useState('');
  const turns = conversation.data?.turns ?? [];
  const { facts, report } = useTurnFacts(turns);
  const running = turns.find(({ status }) => status === 'running') ?? null;
  const missing = conversation.error instanceof ApiError && conversation.error.status === 404;
  useAskOnArrival(ask.submit);

  return (
    <FactsProvider facts={facts}>
      <div className="-mb-12 flex min-h-[calc(100dvh-5rem)] flex-col lg:-mb-10 lg:min-h-[calc(100dvh-3rem)]">
        {conversationId === null ? (
          <PageTitle title="Ask your coach" />
        ) : (
          <>
            <PageTitle title={conversation.data?.conversation.title ?? 'Conversation'} hidden />
            <ThreadBar conversationId={conversationId} />
          </>
        )}

        {conversationId !== null && conversation.isPending ? (
          <Bars rows={6} />
        ) : missing ? (
          <Empty
            title="There is no such conversation."
            action={
              <Link to="/coach" className={buttonClass('quiet')}>
                Start a new one
              </Link>
            }
          />
        ) : conversation.isError ? (
          <Failure error={conversation.error} retry={() => void conversation.refetch()} />
        ) : (
          <ol className="flex flex-col gap-10" data-testid="turns">
            {turns.map((turn, index) => (
              <TurnBlock
                key={turn.id}
                turn={turn}
                last={index === turns.length - 1}
                onFacts={report}
                onEdit={setDraft}
                onAskAgain={ask.submit}
              />
            ))}
          </ol>
        )}
        {ask.submission && (
          <UnsentQuestion
            question={ask.submission.body.text}
            error={ask.error}
            retry={ask.retry}
            edit={() => {
              setDraft(ask.submission?.body.text ?? '');
              ask.forget();
            }}
          />
        )}
        {conversationId === null && !ask.submission && <Suggestions onAsk={ask.submit} />}

        {!missing && (
          <Composer
            draft={draft}
            setDraft={setDraft}
            running={running}
            sending={ask.isSending}
            onAsk={ask.submit}
            autoFocus={conversationId === null}
          />
        )}
      </div>
    </FactsProvider>
  );
}

function ThreadBar({ conversationId }: { conversationId: string }) {
  return (
    <div className="mb-4 flex min-h-11 items-center justify-between gap-3">
      <Link
        to="/coach"
        className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-lg pr-2 font-semibold text-muted hover:text-ink lg:invisible"
      >
        <Icon name="back" />
        Coach
      </Link>
      <DeleteConversation conversationId={conversationId} />
    </div>
  );
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
