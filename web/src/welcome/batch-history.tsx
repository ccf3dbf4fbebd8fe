import type { ImportBatchView } from '@evensplit/contracts';
import { useAthlete } from '../shell/use-athlete.ts';
import { Card } from '../ui/card.tsx';
import { formatCount, formatInstant } from '../ui/format.ts';
import { SettledFiles } from './settled-files.tsx';

export function BatchHistory({
  batches,
  except,
}: {
  batches: readonly ImportBatchView[];
  except: string | null;
}) {
  const { timeZone } = useAthlete();
  const earlier = batches.filter((batch) => batch.id !== except);
  if (earlier.length === 0) return null;
  return (
    <Card title="Earlier imports">
      <ul className="flex flex-col gap-4">
        {earlier.slice(0, 8).map((batch) => (
          <li key={batch.id}>
            <p className="font-semibold">
              {formatCount(batch.counts.imported)} imported
              <span className="font-normal text-muted">
                {' '}
                of {formatCount(batch.counts.total)} files
              </span>
            </p>
            <p className="text-sm text-muted">{formatInstant(batch.createdAt, timeZone)}</p>
            {batch.counts.failed > 0 && (
              <SettledFiles batch={batch} state="failed" count={batch.counts.failed} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
