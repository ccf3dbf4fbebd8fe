import type { HomeView } from '@evensplit/contracts';
import { FactSentence } from '../receipts/fact-sentence.tsx';
import { useFact } from '../receipts/facts-provider.tsx';
import { ReceiptButton } from '../receipts/receipt-button.tsx';
import { Card } from '../ui/card.tsx';
import { LoadLine } from './load-line.tsx';
import { WeekBars } from './week-bars.tsx';

export function TrendCard({ trend, className }: { trend: HomeView['trend']; className: string }) {
  return (
    <Card title="The last 12 weeks" className={className} testId="trend">
      {trend.sentence && (
        <p className="mb-5 text-[1.0625rem] leading-relaxed">
          <FactSentence text={trend.sentence} />
        </p>
      )}
      {trend.weeks.some(({ runs }) => runs > 0) ? (
        <>
          <WeekBars weeks={trend.weeks} />
          <LoadLine weeks={trend.weeks} />
        </>
      ) : (
        <p className="text-muted">No runs in these weeks.</p>
      )}
      {trend.loadFactIds.length > 0 && (
        <dl className="mt-5 grid grid-cols-3 gap-3 border-t border-line pt-4">
          {trend.loadFactIds.map((id) => (
            <LoadFigure key={id} factId={id} />
          ))}
        </dl>
      )}
    </Card>
  );
}

function LoadFigure({ factId }: { factId: string }) {
  const fact = useFact(factId);
  if (!fact) return null;
  return (
    <div>
      <dt className="eyebrow">{fact.label}</dt>
      <dd>
        <ReceiptButton factId={factId} look="figure" className="text-2xl" />
      </dd>
    </div>
  );
}
