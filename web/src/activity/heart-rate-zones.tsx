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
      <ol className="flex flex-col gap-2.5">
        {zones.map(({ zone, label, seconds }, order) => (
          <li
            key={zone}
            className="grid grid-cols-[minmax(5.5rem,7.5rem)_minmax(0,1fr)_6.5rem] items-center gap-3 text-[0.9375rem]"
          >
            <span className="truncate" title={label}>
              {label}
            </span>
            <span aria-hidden="true" className="h-5 rounded-md bg-sunken">
              <span
                className="block h-full min-w-0.5 rounded-md"
                style={{
                  width: `${(seconds / most) * 100}%`,
                  background: `var(--zone-${Math.min(5, order + 1)})`,
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
