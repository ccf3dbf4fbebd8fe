import type { HomeView } from '@evensplit/contracts';
import { Link } from 'react-router';
import { formatAgo } from '../ui/format.ts';

/** How old the picture is; after a week without a run it also says what to do about it. */
export function Freshness({ freshness }: { freshness: HomeView['freshness'] }) {
  const { daysSinceLastRun, lastImportAt, importing } = freshness;
  if (daysSinceLastRun === null) return null;
  const stale = daysSinceLastRun > 7 && !importing;
  return (
    <p className="flex flex-wrap gap-x-2 text-sm text-muted" data-testid="freshness">
      <span>
        {lastRunWords(daysSinceLastRun)}
        {lastImportAt && ` · files added ${formatAgo(lastImportAt)}`}
      </span>
      {stale && (
        <Link
          to="/welcome"
          className="min-h-6 font-semibold text-accent underline underline-offset-4"
        >
          Add newer runs
        </Link>
      )}
    </p>
  );
}

function lastRunWords(days: number): string {
  const whole = Math.floor(days);
  if (whole <= 0) return 'Last run today';
  return whole === 1 ? 'Last run yesterday' : `Last run ${whole} days ago`;
}
