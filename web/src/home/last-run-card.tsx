import type { HomeView } from '@evensplit/contracts';
import { Link } from 'react-router';
import { AskLink } from '../coach/ask-link.tsx';
import { useFact } from '../receipts/facts-provider.tsx';
import { ReceiptButton } from '../receipts/receipt-button.tsx';
import { Card } from '../ui/card.tsx';
import { formatCivilDate } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { typeWord } from '../ui/words.ts';

export function LastRunCard({ home, className }: { home: HomeView; className: string }) {
  const run = home.lastRun;
  if (!run) {
    return (
      <Card title="Last run" className={className}>
        <p className="text-muted">No run yet.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Last run"
      className={`flex flex-col ${className}`}
      testId="last-run"
      aside={<span className="text-sm text-muted">{dateOf(run.localDate, home.date)}</span>}
    >
      <Link
        to={`/activities/${run.id}`}
        className="-mx-2 -mt-2 flex min-h-11 items-center gap-2 rounded-lg px-2 hover:bg-sunken"
      >
        <span className="min-w-0 flex-1 truncate text-xl font-semibold">{run.name}</span>
        <Icon name="next" className="size-4 text-muted" />
      </Link>
      <p className="text-sm text-muted">{typeWord(run)}</p>
      <dl className="my-5 grid grow grid-cols-2 content-start gap-x-4 gap-y-6">
        {home.lastRunFactIds.slice(0, 6).map((id) => (
          <Figure key={id} factId={id} />
        ))}
      </dl>
      <AskLink question="Analyse my last run" className="w-full">
        Analyse my last run
      </AskLink>
    </Card>
  );
}

function Figure({ factId }: { factId: string }) {
  const fact = useFact(factId);
  if (!fact) return null;
  return (
    <div>
      <dt className="eyebrow">{fact.label}</dt>
      <dd>
        <ReceiptButton factId={factId} look="figure" className="text-[1.75rem]" />
      </dd>
    </div>
  );
}

/** The year only when it is another one. */
function dateOf(date: string, today: string): string {
  if (date.slice(0, 4) === today.slice(0, 4)) return formatCivilDate(date);
  return formatCivilDate(date, { day: 'numeric', month: 'short', year: 'numeric' });
}
