import type { Fact } from '@evensplit/contracts';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { ReceiptPanel } from './receipt-panel.tsx';

const FactsContext = createContext<ReadonlyMap<string, Fact>>(new Map());

/** The facts a page speaks of; the open receipt is part of the address, so "back" closes it. */
export function FactsProvider({
  facts,
  children,
}: {
  facts: readonly Fact[];
  children: ReactNode;
}) {
  const byId = useMemo(() => new Map(facts.map((fact) => [fact.id, fact])), [facts]);
  const [params, setParams] = useSearchParams();
  const open = byId.get(params.get('receipt') ?? '') ?? null;

  function close(): void {
    setParams(
      (before) => {
        before.delete('receipt');
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  return (
    <FactsContext value={byId}>
      {children}
      <ReceiptPanel fact={open} onClose={close} />
    </FactsContext>
  );
}

export function useFact(id: string): Fact | null {
  return useContext(FactsContext).get(id) ?? null;
}
