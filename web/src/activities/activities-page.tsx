import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { activitiesQuery } from '../api/queries.ts';
import { useUnits } from '../shell/use-athlete.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Empty, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { apiFilters, filterNames } from './activity-filters.ts';
import { ActivityList } from './activity-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { listRows } from './list-rows.ts';
import { Totals } from './totals.tsx';

export function ActivitiesPage() {
  const [params, setParams] = useSearchParams();
  const units = useUnits();
  const filters = apiFilters(params, units);
  const activities = useInfiniteQuery({
    ...activitiesQuery(filters),
    placeholderData: (before) => before,
  });
  const { data } = activities;
  const rows = useMemo(() => listRows(data?.pages.flatMap((page) => page.items) ?? []), [data]);
  const filtered = filterNames.some((name) => params.has(name));

  return (
    <div data-testid="activities">
      <PageTitle title="Activities" aside={<Totals totals={data?.pages[0]?.totals ?? null} />} />
      <FilterBar />
      <div
        aria-busy={activities.isPlaceholderData}
        className={activities.isPlaceholderData ? 'opacity-60' : ''}
      >
        {activities.isPending ? (
          <ListSkeleton />
        ) : activities.isError ? (
          <Failure error={activities.error} retry={() => void activities.refetch()} />
        ) : rows.length > 0 ? (
          <ActivityList
            rows={rows}
            hasMore={activities.hasNextPage}
            loadMore={() => {
              if (!activities.isFetchingNextPage) void activities.fetchNextPage();
            }}
          />
        ) : filtered ? (
          <Empty
            title="No activity matches."
            action={
              <Button look="quiet" onClick={() => setParams({}, { replace: true })}>
                Clear the filters
              </Button>
            }
          />
        ) : (
          <Empty
            title="No activities yet."
            action={
              <Link to="/welcome" className={buttonClass()}>
                Add runs
              </Link>
            }
          >
            Drop your files and they appear here while they are read.
          </Empty>
        )}
      </div>
    </div>
  );
}

function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading activities" className="flex flex-col gap-2 pt-10">
      {Array.from({ length: 9 }, (_, row) => (
        <div key={row} className="skeleton h-16" />
      ))}
    </div>
  );
}
