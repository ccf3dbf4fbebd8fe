import type { ActivityStreams } from '@evensplit/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/notice.tsx';
import type { Highlight } from './highlight.ts';

const StreamCharts = lazy(async () => ({
  default: (await import('./stream-charts.tsx')).StreamCharts,
}));

export function ChartsCard({
  streams,
  cursor,
  onCursor,
  highlight,
  className,
}: {
  streams: UseQueryResult<ActivityStreams>;
  cursor: number | null;
  onCursor: (index: number | null) => void;
  highlight: Highlight | null;
  className: string;
}) {
  return (
    <Card title="Along the run" className={className} testId="charts">
      {streams.isPending ? (
        <Placeholder />
      ) : streams.isError ? (
        <Failure error={streams.error} retry={() => void streams.refetch()} />
      ) : streams.data.returned < 2 ? (
        <p className="text-muted">This activity was entered without a recording.</p>
      ) : (
        <Suspense fallback={<Placeholder />}>
          <StreamCharts
            streams={streams.data}
            cursor={cursor}
            onCursor={onCursor}
            highlight={highlight}
          />
        </Suspense>
      )}
    </Card>
  );
}

function Placeholder() {
  return <div className="skeleton h-[30rem] w-full" />;
}
