import type { ActivityDetail } from '@evensplit/contracts';
import { ReceiptButton } from '../receipts/receipt-button.tsx';

export const headlineMetrics = [
  'activity.distance',
  'activity.moving_time',
  'activity.pace',
  'activity.avg_heart_rate',
  'activity.ascent',
  'activity.load',
];

export function HeadlineFigures({ activity }: { activity: ActivityDetail }) {
  const facts = headlineMetrics.flatMap(
    (metric) => activity.facts.find((fact) => fact.metric === metric) ?? [],
  );
  if (facts.length === 0) return null;
  return (
    <dl
      data-testid="headline-figures"
      className="grid grid-cols-2 gap-x-4 gap-y-5 rounded-card border border-line bg-surface p-5 shadow-card sm:grid-cols-3 sm:p-6 xl:grid-cols-6"
    >
      {facts.map((fact) => (
        <div key={fact.id} className="min-w-0">
          <dt className="eyebrow">{fact.label}</dt>
          <dd>
            <ReceiptButton factId={fact.id} look="figure" className="text-[1.75rem]" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
