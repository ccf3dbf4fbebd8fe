import type { ActivityDetail } from '@evensplit/contracts';
import { ReceiptButton } from '../receipts/receipt-button.tsx';
import { Card } from '../ui/card.tsx';
import { metricWords } from '../receipts/fact-words.ts';
import { headlineMetrics } from './headline-figures.tsx';

/** Everything else that is known about the run, and beside it what is not known and why. */
export function MoreNumbers({ activity }: { activity: ActivityDetail }) {
  const facts = activity.facts.filter(
    ({ metric }) => metric.startsWith('activity.') && !headlineMetrics.includes(metric),
  );
  if (facts.length === 0 && activity.gaps.length === 0) return null;
  return (
    <Card title="Also worked out" testId="more-numbers">
      {facts.length > 0 && (
        <dl className="grid gap-x-8 sm:grid-cols-2">
          {facts.map((fact) => (
            <div
              key={fact.id}
              className="flex min-h-13 items-center justify-between gap-3 border-b border-line"
            >
              <dt className="text-[0.9375rem]">{fact.label}</dt>
              <dd className="shrink-0">
                <ReceiptButton factId={fact.id} look="figure" className="text-lg" />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {activity.gaps.length > 0 && (
        <>
          <h3 className="eyebrow mt-5">Not known</h3>
          <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-5 text-[0.9375rem] text-muted">
            {activity.gaps.map((gap) => (
              <li key={gap.metric}>
                <b className="font-semibold text-ink">{metricWords(gap.metric)}.</b> {gap.why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
