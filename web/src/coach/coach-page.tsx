import { useParams } from 'react-router';
import { ConversationHistory } from './conversation-history.tsx';
import { useOtherTabs } from './tabs.ts';
import { Thread } from './thread.tsx';

export function CoachPage() {
  const { conversationId = null } = useParams();
  useOtherTabs();
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
