import type { Fact, TurnView } from '@evensplit/contracts';
import { useCallback, useMemo, useState } from 'react';

/** The facts of a whole conversation: those of its rows, and those which a running turn has reported since. */
export function useTurnFacts(turns: readonly TurnView[]) {
  const [live, setLive] = useState<readonly Fact[]>([]);
  const report = useCallback((facts: readonly Fact[]) => setLive(facts), []);
  const facts = useMemo(() => [...turns.flatMap((turn) => turn.facts), ...live], [turns, live]);
  return { facts, report };
}
