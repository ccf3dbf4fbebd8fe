import { type HomeView, renderDuration } from '@evensplit/contracts';
import { useFact } from '../receipts/facts-provider.tsx';
import { ReceiptButton } from '../receipts/receipt-button.tsx';
import { Card } from '../ui/card.tsx';

export function PredictionsCard({ home, className }: { home: HomeView; className: string }) {
  const gap = home.gaps.find(({ metric }) => metric.startsWith('prediction'));
  return (
    <Card title="What you could run now" className={className} testId="predictions">
      {home.predictions.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line">
          {home.predictions.map((prediction) => (
            <Prediction key={prediction.factId} {...prediction} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">
          {gap?.why ?? 'A prediction needs a few harder runs of at least 1.5 km.'}
        </p>
      )}
    </Card>
  );
}

function Prediction({ label, factId }: { label: string; factId: string }) {
  const fact = useFact(factId);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-4 first:pt-0 last:pb-0">
      <span className="font-semibold">{label}</span>
      <ReceiptButton factId={factId} look="figure" className="text-[2rem]" />
      {fact?.range && (
        <div className="col-span-2 mt-2">
          <RangeBar value={fact.value} low={fact.range[0]} high={fact.range[1]} />
          <div className="mt-1.5 flex justify-between text-sm text-muted">
            <span>{renderDuration(fact.range[0])}</span>
            <span>{renderDuration(fact.range[1])}</span>
          </div>
        </div>
      )}
    </li>
  );
}

/** The range from end to end with the value on it, so that its lopsidedness can be seen. */
function RangeBar({ value, low, high }: { value: number; low: number; high: number }) {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return (
    <div aria-hidden="true" className="relative h-2 rounded-full bg-accent-soft">
      <span
        className="absolute top-1/2 size-4 -translate-1/2 rounded-full border-[3px] border-surface bg-accent"
        style={{ left: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
    </div>
  );
}
