import { Link, useLocation } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import { historyId } from './conversation-history.tsx';
import { DeleteConversation } from './delete-conversation.tsx';

export function ThreadBar({ conversationId }: { conversationId: string | null }) {
  const { search } = useLocation();
  return (
    <div className="mb-4 flex min-h-11 items-center justify-between gap-3">
      <Link
        to={{ pathname: '/coach', search: new URLSearchParams(search).has('q') ? search : '' }}
        className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-lg pr-2 font-semibold text-muted hover:text-ink lg:invisible"
      >
        <Icon name="back" />
        Coach
      </Link>
      {conversationId && <DeleteConversation conversationId={conversationId} />}
    </div>
  );
}

/** On a phone earlier conversations lie below the fold, where nobody would look for them. */
export function ToHistory() {
  return (
    <button
      type="button"
      onClick={() => {
        const history = document.getElementById(historyId);
        history?.scrollIntoView();
        history?.focus({ preventScroll: true });
      }}
      className="-mx-2 inline-flex min-h-11 items-center gap-1 rounded-lg px-2 font-semibold text-muted hover:text-ink lg:hidden"
    >
      History
      <Icon name="back" className="size-4 -rotate-90" />
    </button>
  );
}
