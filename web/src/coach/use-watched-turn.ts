import type { ConversationDetail, TurnView } from '@evensplit/contracts';
import { useEffect, useState } from 'react';
import { queryClient } from '../api/api.ts';
import { conversationQuery, fetchTurn } from '../api/queries.ts';
import { coachConnection } from '../api/sockets.ts';
import { endedTurn, turnStateOf } from './turn-state.ts';
import { type WatchedTurn, watchTurn } from './watch-turn.ts';

/** A turn as it stands: live while it runs, and written back into the conversation when it has ended. */
export function useWatchedTurn(turn: TurnView): WatchedTurn {
  const [live, setLive] = useState<WatchedTurn | null>(null);
  const { id, status } = turn;

  // A turn is watched from the row it was first seen with; later rows reach it through the watch itself.
  useEffect(() => {
    if (status !== 'running') return undefined;
    return watchTurn({ socket: coachConnection(), fetchTurn }, turn, (state, ended) => {
      setLive(state);
      if (ended) keepEnded(turn, state);
    });
  }, [id, status]);

  if (status !== 'running' || !live) return { ...turnStateOf(turn), connection: 'live' };
  return live;
}

function keepEnded(turn: TurnView, state: WatchedTurn): void {
  const key = conversationQuery(turn.conversationId).queryKey;
  queryClient.setQueryData(key, (before: ConversationDetail | undefined) => {
    if (!before) return before;
    const ended = endedTurn(turn, state);
    return { ...before, turns: before.turns.map((each) => (each.id === turn.id ? ended : each)) };
  });
  // It may have been stopped because all of it is deleted.
  if (state.status === 'stopped') void queryClient.invalidateQueries({ queryKey: key });
  void queryClient.invalidateQueries({ queryKey: ['conversations'] });
  void queryClient.invalidateQueries({ queryKey: ['coach-state'] });
}
