import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { conversationsQuery } from '../api/queries.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { formatAgo } from '../ui/format.ts';
import { Bars, Failure } from '../ui/notice.tsx';

export function ConversationHistory({ current }: { current: string | null }) {
  const conversations = useInfiniteQuery(conversationsQuery);
  const known = conversations.data?.pages.flatMap((page) => page.conversations) ?? [];
  return (
    <nav aria-label="Conversations" className="lg:sticky lg:top-9">
      {current !== null && (
        <Link to="/coach" className={buttonClass('quiet', 'mb-5 w-full')}>
          New question
        </Link>
      )}
      <h2 className="eyebrow mb-2">Conversations</h2>
      {conversations.isPending ? (
        <Bars rows={4} />
      ) : conversations.isError ? (
        <Failure error={conversations.error} retry={() => void conversations.refetch()} />
      ) : known.length === 0 ? (
        <p className="text-[0.9375rem] text-muted">Your questions and answers are kept here.</p>
      ) : (
        <ul className="-mx-3 flex flex-col">
          {known.map((conversation) => (
            <li key={conversation.id}>
              <Link
                to={`/coach/${conversation.id}`}
                aria-current={conversation.id === current ? 'page' : undefined}
                data-testid="conversation"
                className="block rounded-xl px-3 py-2 hover:bg-sunken aria-[current=page]:bg-sunken"
              >
                <span className="line-clamp-2 text-[0.9375rem] font-medium">
                  {conversation.title}
                </span>
                <span className="text-sm text-muted">{formatAgo(conversation.updatedAt)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {conversations.hasNextPage && (
        <Button
          look="plain"
          className="-ml-4"
          disabled={conversations.isFetchingNextPage}
          onClick={() => void conversations.fetchNextPage()}
        >
          Show older
        </Button>
      )}
    </nav>
  );
}
