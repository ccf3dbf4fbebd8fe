import { type ActivityDetail, renderDuration, renderPace } from '@evensplit/contracts';
import { Link } from 'react-router';
import { ReceiptButton } from '../receipts/receipt-button.tsx';
import { useUnits } from '../shell/use-athlete.ts';
import { Card } from '../ui/card.tsx';
import type { Highlight } from './highlight.ts';

const named: Record<number, string> = {
  1609: '1 mile',
  3218: '2 miles',
  16_093: '10 miles',
  21_097: 'Half marathon',
  42_195: 'Marathon',
};

export function BestEfforts({
  activity,
  highlight,
}: {
  activity: ActivityDetail;
  highlight: Highlight | null;
}) {
  const units = useUnits();
  if (activity.bestEfforts.length === 0) return null;
  const times = activity.facts.filter(({ metric }) => metric === 'effort.time');
  return (
    <Card title="Fastest within this run" testId="best-efforts">
      <ul className="flex flex-col divide-y divide-line">
        {activity.bestEfforts.map((effort) => {
          const fact = times.find(
            ({ subject, value }) =>
              Math.abs(value - effort.seconds) < 0.5 &&
              Math.abs(Number(/distance:([\d.]+)/.exec(subject)?.[1]) - effort.distanceM) < 1,
          );
          const active = highlight?.lap === null && highlight.fromS === effort.startS;
          return (
            <li
              key={effort.distanceM}
              className={`grid min-h-13 grid-cols-[minmax(0,1fr)_auto_5.5rem_auto] items-center gap-3 ${active ? 'bg-heart-soft' : ''}`}
            >
              <span>
                {distanceName(effort.distanceM)}
                {effort.interrupted && (
                  <span className="block text-sm text-muted">with a stop in it</span>
                )}
              </span>
              {fact ? (
                <ReceiptButton factId={fact.id} look="figure" className="text-lg" />
              ) : (
                <span className="figure text-lg">{renderDuration(effort.seconds)}</span>
              )}
              <span className="text-right text-sm text-muted">
                {renderPace((effort.seconds * 1000) / effort.distanceM, units)}
              </span>
              <Link
                to={`?window=${effort.startS}-${effort.endS}`}
                replace
                preventScrollReset
                aria-label={`Show the fastest ${distanceName(effort.distanceM)} on the map and charts`}
                className="grid min-h-11 min-w-11 place-items-center rounded-lg text-sm font-semibold text-accent hover:bg-accent-soft"
              >
                Show
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function distanceName(metres: number): string {
  const name = named[Math.floor(metres)];
  if (name) return name;
  return metres >= 1000 ? `${Number((metres / 1000).toFixed(1))} km` : `${Math.round(metres)} m`;
}
