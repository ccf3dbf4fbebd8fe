import { renderFact } from '@evensplit/contracts';
import type { ReactNode } from 'react';
import { useUnits } from '../shell/use-athlete.ts';
import { useFact } from './facts-provider.tsx';
import { useOpenReceipt } from './use-open-receipt.ts';

const looks = {
  /** A number inside a sentence: reads as text, underlined like something that can be opened. */
  inline:
    'rounded-md bg-accent-soft px-1.5 py-0.5 font-semibold text-accent-strong underline decoration-accent/40 decoration-dotted underline-offset-4 hover:decoration-accent hover:decoration-solid',
  /** A figure which stands alone on a card. */
  figure:
    'figure -mx-2 -my-1.5 min-h-11 rounded-lg px-2 py-1.5 text-left decoration-accent/50 decoration-dotted decoration-2 underline-offset-[6px] hover:bg-accent-soft hover:underline',
} as const;

export function ReceiptButton({
  factId,
  look = 'inline',
  className = '',
  tail = '',
  children,
}: {
  factId: string;
  look?: keyof typeof looks;
  className?: string;
  /** Punctuation that stays on the line of the receipt. */
  tail?: string;
  /** Text that already says the value; without it the fact is rendered in the athlete's units. */
  children?: ReactNode;
}) {
  const fact = useFact(factId);
  const units = useUnits();
  const openReceipt = useOpenReceipt();
  if (!fact) {
    return (
      <>
        {children}
        {tail}
      </>
    );
  }
  const value = renderFact(fact, units);
  const button = (
    <button
      type="button"
      className={`${looks[look]} ${className}`}
      title={`${fact.label}: show the receipt`}
      data-testid="receipt"
      data-fact={factId}
      onClick={() => openReceipt(factId)}
    >
      {children ?? value}
      <span className="sr-only">, {fact.label}, show receipt</span>
    </button>
  );
  // A quotation may be longer than a line.
  return tail && fact.unit !== 'note' ? (
    <span className="whitespace-nowrap">
      {button}
      {tail}
    </span>
  ) : (
    <>
      {button}
      {tail}
    </>
  );
}
