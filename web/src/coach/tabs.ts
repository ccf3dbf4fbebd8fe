import { useEffect } from 'react';
import { queryClient } from '../api/api.ts';
import { conversationQuery } from '../api/queries.ts';

/** What one tab tells the others of the same browser; what is in a conversation they read for themselves. */
type News = { conversationId: string };

const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('evensplit:conversations');

/** Somebody asked here, or deleted it. */
export function tellOtherTabs(conversationId: string): void {
  channel?.postMessage({ conversationId } satisfies News);
}

/** A question asked in one tab stands in the others as well, and its answer streams in all of them. */
export function useOtherTabs(): void {
  useEffect(() => {
    function hear({ data }: MessageEvent<News>): void {
      void queryClient.invalidateQueries({ queryKey: ['conversations'] });
      void queryClient.invalidateQueries(conversationQuery(data.conversationId));
    }
    channel?.addEventListener('message', hear);
    return () => channel?.removeEventListener('message', hear);
  }, []);
}
