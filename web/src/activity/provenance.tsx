import type { ActivityDetail } from '@evensplit/contracts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';

export function Provenance({ activity }: { activity: ActivityDetail }) {
  return (
    <Card title="Where it comes from" testId="provenance">
      <ul className="flex flex-col gap-2 text-[0.9375rem]">
        {activity.deviceName && <li>Recorded with {activity.deviceName}</li>}
        {activity.sources.map((source) => (
          <li key={`${source.source}-${source.fileName}`} className="flex gap-2">
            <Icon name="file" className="mt-0.5 size-5 text-muted" />
            <span className="min-w-0 break-all">
              {source.fileName} <span className="text-muted uppercase">{source.format}</span>
            </span>
          </li>
        ))}
      </ul>
      {activity.warnings.length > 0 && (
        <ul className="mt-4 flex flex-col gap-2">
          {activity.warnings.map((warning) => (
            <li
              key={warning}
              className="flex gap-2 rounded-xl bg-warn-soft px-3 py-2 text-sm text-warn"
            >
              <Icon name="warning" className="mt-0.5 size-4" />
              {warning}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
