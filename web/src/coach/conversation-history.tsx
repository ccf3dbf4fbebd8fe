import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isPassing } from '../api/api-error.ts';
import { conversationsQuery } from '../api/queries.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Bars, Failure } from '../ui/notice.tsx';
import { ConversationLink } from './conversation-link.tsx';
import { ConversationSearch } from './conversation-search.tsx';

export const historyId = 'conversations';

export function ConversationHistory({ current }: { current: string | null }) {
  const [params, setParams] = useSearchParams();
  const words = (params.get('q') ?? '').trim();
  const conversations = useInfiniteQuery({
    ...conversationsQuery(words),
    placeholderData: keepPreviousData,
  });
  const known = conversations.data?.pages.flatMap((page) => page.conversations) ?? [];
  const list = useRef<HTMLUListElement>(null);

  const search = useCallback(
    (typed: string) =>
      setParams(
        (before) => {
          if (typed.trim()) before.set('q', typed);
          else before.delete('q');
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );

  return (
    <nav
      aria-label="Conversations"
      id={historyId}
      tabIndex={-1}
      className="scroll-mt-4 outline-none lg:sticky lg:top-9 lg:max-h-[calc(100dvh-4.5rem)] lg:overflow-y-auto lg:overscroll-contain lg:px-1 lg:pb-2"
    >
      {current !== null && (
        <Link to="/coach" className={buttonClass('quiet', 'mb-5 w-full')}>
          New question
        </Link>
      )}
      <h2 className="eyebrow mb-2">Conversations</h2>
      {(words || known.length > 0) && (
        <ConversationSearch
          words={words}
          onWords={search}
          onLeave={() => moveIn(list.current, 0)}
        />
      )}
      {conversations.isPending ? (
        <Bars rows={4} />
      ) : conversations.isError && known.length === 0 ? (
        isPassing(conversations.error) ? (
          <p className="text-[0.9375rem] text-muted">
            They come back with the coach, which is away for a moment.
          </p>
        ) : (
          <Failure error={conversations.error} retry={() => void conversations.refetch()} />
        )
      ) : known.length === 0 ? (
        <p className="text-[0.9375rem] text-muted">
          {words
            ? `No question and no answer has ${/\s/.test(words) ? 'all of these words' : 'this word'}.`
            : 'Your questions and answers are kept here.'}
        </p>
      ) : (
        <ul
          ref={list}
          onKeyDown={walkWithArrows}
          aria-busy={conversations.isPlaceholderData}
          className="-mx-3 flex flex-col aria-busy:opacity-60 lg:mx-0"
        >
          {known.map((conversation) => (
            <li key={conversation.id}>
              <ConversationLink
                conversation={conversation}
                words={words}
                isCurrent={conversation.id === current}
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {words && conversations.isSuccess && !conversations.isPlaceholderData
          ? `${known.length}${conversations.hasNextPage ? ' or more' : ''} found`
          : ''}
      </p>
      {conversations.hasNextPage && (
        <Button
          look="plain"
          className="-ml-4 lg:-ml-1"
          disabled={conversations.isFetchingNextPage}
          onClick={() => void conversations.fetchNextPage()}
        >
          Show older
        </Button>
      )}
    </nav>
  );
}

function walkWithArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  moveIn(event.currentTarget, at + step);
}

function moveIn(list: HTMLUListElement | null, index: number): void {
  const links = list?.querySelectorAll('a') ?? [];
  links[Math.max(0, Math.min(index, links.length - 1))]?.focus();
}
