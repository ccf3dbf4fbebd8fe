import type { ActivityDetail } from '@evensplit/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiError } from '../api/api-error.ts';
import { activityQuery, streamsQuery } from '../api/queries.ts';
import { AskLink } from '../coach/ask-link.tsx';
import { FactsProvider } from '../receipts/facts-provider.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formatInstant } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Bars, Empty, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { typeWord } from '../ui/words.ts';
import { BestEfforts } from './best-efforts.tsx';
import { ChartsCard } from './charts-card.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { HeartRateZones } from './heart-rate-zones.tsx';
import { highlightOf } from './highlight.ts';
import { LapsTable } from './laps-table.tsx';
import { MoreNumbers } from './more-numbers.tsx';
import { Provenance } from './provenance.tsx';
import { RouteCard } from './route-card.tsx';

export function ActivityPage() {
  const { activityId = '' } = useParams();
  const activity = useQuery(activityQuery(activityId));
  if (activity.data) {
    return (
      <FactsProvider key={activityId} facts={activity.data.facts}>
        <Activity activity={activity.data} />
      </FactsProvider>
    );
  }
  const missing = activity.error instanceof ApiError && activity.error.status === 404;
  return (
    <>
      <PageTitle title="Activity" eyebrow={<BackLink />} />
      <Card title={missing ? 'Not found' : 'Activity'}>
        {missing ? (
          <Empty
            title="There is no such activity."
            action={
              <Link to="/activities" className={buttonClass('quiet')}>
                Go to your activities
              </Link>
            }
          />
        ) : activity.isError ? (
          <Failure error={activity.error} retry={() => void activity.refetch()} />
        ) : (
          <div className="min-h-[32rem]">
            <Bars rows={8} />
          </div>
        )}
      </Card>
    </>
  );
}

function Activity({ activity }: { activity: ActivityDetail }) {
  const [params] = useSearchParams();
  const streams = useQuery(streamsQuery(activity.id));
  const [cursor, setCursor] = useState<number | null>(null);
  const highlight = highlightOf(params, activity.laps);
  return (
    <div data-testid="activity">
      <PageTitle
        title={activity.name}
        eyebrow={
          <>
            <BackLink />
            <span className="block">
              {typeWord(activity)} ·{' '}
              {formatInstant(activity.startedAt, activity.timeZone, {
                weekday: 'long',
                day: 'numeric',
                month: 'long',
                year: 'numeric',
                hour: '2-digit',
                minute: '2-digit',
              })}
            </span>
          </>
        }
        aside={
          activity.sport === 'run' && (
            <AskLink question={`Analyse my run "${activity.name}" of ${activity.localDate}`}>
              Analyse this run
            </AskLink>
          )
        }
      />
      {activity.deriving && (
        <p role="status" className="mb-4 rounded-xl bg-accent-soft px-4 py-3 text-accent-strong">
          Numbers of this run are still being worked out. They appear here by themselves.
        </p>
      )}
      <HeadlineFigures activity={activity} />
      <div className="mt-5 grid gap-5 lg:grid-cols-12 lg:items-start">
        <RouteCard
          className="lg:col-span-5"
          streams={streams}
          cursor={cursor}
          highlight={highlight}
        />
        <ChartsCard
          className="lg:col-span-7 lg:row-span-2"
          streams={streams}
          cursor={cursor}
          onCursor={setCursor}
          highlight={highlight}
        />
        <HeartRateZones
          className="lg:col-span-5"
          zones={activity.heartRateZones}
          gaps={activity.gaps}
        />
        <div className="flex flex-col gap-5 lg:col-span-7">
          <LapsTable laps={activity.laps} highlight={highlight} />
          <MoreNumbers activity={activity} />
        </div>
        <div className="flex flex-col gap-5 lg:col-span-5">
          <BestEfforts activity={activity} highlight={highlight} />
          <Provenance activity={activity} />
        </div>
      </div>
    </div>
  );
}

function BackLink() {
  return (
    <Link
      to="/activities"
      className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-lg pr-2 font-semibold text-muted hover:text-ink"
    >
      <Icon name="back" className="size-5" />
      Activities
    </Link>
  );
}
