import type { ConversationView } from '@evensplit/contracts';
import { Link, useLocation } from 'react-router';
import { formatAgo } from '../ui/format.ts';
import { MarkedText } from './marked-text.tsx';
import { turnAnchor } from './turn-anchor.ts';

/** A conversation in the list; in a search it leads to the place that was found. */
export function ConversationLink({
  conversation,
  words,
  isCurrent,
}: {
  conversation: ConversationView;
  words: string;
  isCurrent: boolean;
}) {
  const { id, title, updatedAt, found } = conversation;
  const { search } = useLocation();
  const shown = words ? found : undefined;
  // A question that begins like the title says nothing new.
  const excerpt = shown?.excerpt.startsWith(title.replace(/…$/, '')) ? null : shown?.excerpt;
  return (
    <Link
      to={{
        pathname: `/coach/${id}`,
        search: words ? search : '',
        hash: shown ? turnAnchor(shown.turnId) : '',
      }}
      aria-current={isCurrent ? 'page' : undefined}
      data-testid="conversation"
      className="block rounded-xl px-3 py-2 hover:bg-sunken aria-[current=page]:bg-sunken"
    >
      <span className="line-clamp-2 text-[0.9375rem] font-medium">
        <MarkedText text={title} words={words} />
      </span>
      {excerpt && (
        <span data-testid="found" className="mt-0.5 line-clamp-3 text-sm text-muted">
          <MarkedText text={excerpt} words={words} />
        </span>
      )}
      <span className="text-sm text-muted">{formatAgo(updatedAt)}</span>
    </Link>
  );
}
