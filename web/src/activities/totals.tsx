import { type ActivityList, renderDistance } from '@evensplit/contracts';
import { useUnits } from '../shell/use-athlete.ts';
import { formatCount } from '../ui/format.ts';

/** Over everything that matches, not only what is loaded. */
export function Totals({ totals }: { totals: ActivityList['totals'] | null }) {
  const units = useUnits();
  if (!totals) return <div className="skeleton h-6 w-56" />;
  const hours = Math.round(totals.movingS / 3600);
  return (
    <p className="text-[0.9375rem] text-muted" role="status" data-testid="totals">
      <b className="font-semibold text-ink">{formatCount(totals.count)}</b>{' '}
      {totals.count === 1 ? 'activity' : 'activities'} ·{' '}
      <b className="font-semibold text-ink">{total(renderDistance(totals.distanceM, units))}</b> ·{' '}
      <b className="font-semibold text-ink">{formatCount(hours)}</b> h
    </p>
  );
}

function total(distance: string): string {
  return distance.replace(/^\d{4,}/, (digits) => formatCount(Number(digits)));
}
