import type { ConversationChanges, Fact, TurnView } from '@evensplit/contracts';
import { useCallback, useMemo, useState } from 'react';

const CHANGED = 'your data has changed since: today this would be told differently';

/** The facts of a whole conversation: those of its rows, and those which a running turn has reported since. */
export function useTurnFacts(
  turns: readonly TurnView[],
  changes: ConversationChanges['turns'] | undefined,
) {
  const [live, setLive] = useState<readonly Fact[]>([]);
  const report = useCallback((facts: readonly Fact[]) => setLive(facts), []);
  const facts = useMemo(() => {
    const changed = new Set(changes?.flatMap(({ factIds }) => factIds));
    return [...turns.flatMap((turn) => turn.facts), ...live].map((fact) =>
      changed.has(fact.id) ? { ...fact, flags: [...fact.flags, CHANGED] } : fact,
    );
  }, [turns, live, changes]);
  return { facts, report };
}
