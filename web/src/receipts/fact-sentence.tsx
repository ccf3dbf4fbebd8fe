import { ReceiptButton } from './receipt-button.tsx';
import { splitFacts } from './split-facts.ts';

export function FactSentence({ text }: { text: string }) {
  return splitFacts(text).map((part, index) =>
    'text' in part ? (
      part.text
    ) : (
      <ReceiptButton key={index} factId={part.factId} tail={part.tail} />
    ),
  );
}
