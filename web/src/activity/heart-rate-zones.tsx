import { type ActivityDetail, renderDuration } from '@evensplit/contracts';
import { Card } from '../ui/card.tsx';

export function HeartRateZones({
  zones,
  gaps,
  className,
}: {
  zones: ActivityDetail['heartRateZones'];
  gaps: ActivityDetail['gaps'];
  className: string;
}) {
  const total = zones?.reduce((sum, { seconds }) => sum + seconds, 0) ?? 0;
  if (!zones || total === 0) {
    const gap = gaps.find(({ metric }) => /heart_?rate/i.test(metric));
    return (
      <Card title="Time in heart-rate zones" testId="zones" className={className}>
        <p className="text-muted">{gap?.why ?? 'No heart rate was recorded on this run.'}</p>
      </Card>
    );
  }
  const most = Math.max(...zones.map(({ seconds }) => seconds));
  return (
    <Card title="Time in heart-rate zones" testId="zones" className={className}>
      <ol className="flex flex-col gap-3">
        {zones.map(({ zone, label, seconds }, order) => (
          <li
            key={zone}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 text-[0.9375rem]"
          >
            <span className="first-letter:uppercase">{label}</span>
            <span aria-hidden="true" className="order-last col-span-2 h-2.5 rounded-full bg-sunken">
              <span
                className="block h-full min-w-1 rounded-full"
                style={{
                  width: `${(seconds / most) * 100}%`,
                  background: zoneColor(order, zones.length),
                }}
              />
            </span>
            <span className="text-right whitespace-nowrap">
              <b className="font-semibold">{renderDuration(seconds)}</b>{' '}
              <span className="inline-block w-10 text-muted">
                {Math.round((seconds / total) * 100)} %
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The highest zone has the strongest colour; what lies below the first of five zones stays neutral. */
function zoneColor(order: number, count: number): string {
  const step = 5 - (count - 1 - order);
  return step < 1 ? 'var(--line-strong)' : `var(--zone-${Math.min(5, step)})`;
}
