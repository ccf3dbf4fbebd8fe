import type { HomeView } from '@evensplit/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { homeQuery } from '../api/queries.ts';
import { FactsProvider } from '../receipts/facts-provider.tsx';
import { Wordmark } from '../shell/wordmark.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formatCivilDate } from '../ui/format.ts';
import { Bars, Empty, Failure } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { BriefingCard } from './briefing-card.tsx';
import { Freshness } from './freshness.tsx';
import { LastRunCard } from './last-run-card.tsx';
import { PredictionsCard } from './predictions-card.tsx';
import { TodayCard } from './today-card.tsx';
import { TrendCard } from './trend-card.tsx';

export function HomePage() {
  const home = useQuery(homeQuery);
  if (home.isPending) return <HomeSkeleton />;
  if (home.isError) {
    return (
      <>
        <PageTitle title="Home" />
        <Card title="Today">
          <Failure error={home.error} retry={() => void home.refetch()} />
        </Card>
      </>
    );
  }
  return (
    <FactsProvider facts={home.data.facts}>
      <Home home={home.data} />
    </FactsProvider>
  );
}

function Home({ home }: { home: HomeView }) {
  const empty = home.lastRun === null && home.trend.weeks.every(({ runs }) => runs === 0);
  return (
    <div data-testid="home">
      <Wordmark className="mb-5 h-6.5 lg:hidden" />
      <PageTitle
        title={formatCivilDate(home.date, { weekday: 'long', day: 'numeric', month: 'long' })}
        eyebrow={`Hello ${home.greetingName}`}
        aside={<Freshness freshness={home.freshness} />}
      />
      {empty ? (
        <Card title="Nothing here yet">
          <Empty
            title={
              home.freshness.importing
                ? 'Your runs are being read. This page fills by itself.'
                : 'Add your runs and this page tells you what to do today, and why.'
            }
            action={
              <Link to="/welcome" className={buttonClass()}>
                {home.freshness.importing ? 'Watch the import' : 'Add runs'}
              </Link>
            }
          />
        </Card>
      ) : (
        <div className="grid grid-cols-1 gap-5 lg:grid-cols-12">
          <TodayCard today={home.today} className="lg:col-span-7" />
          <PredictionsCard home={home} className="lg:col-span-5" />
          {home.briefing && <BriefingCard briefing={home.briefing} className="lg:col-span-12" />}
          <TrendCard trend={home.trend} className="lg:col-span-7" />
          <LastRunCard home={home} className="lg:col-span-5" />
        </div>
      )}
    </div>
  );
}

function HomeSkeleton() {
  return (
    <div role="status" aria-label="Loading your home page">
      <PageTitle title="Home" hidden />
      <div className="skeleton mb-1 h-6 w-32" />
      <div className="skeleton mb-5 h-9 w-72 max-w-full sm:h-10" />
      <div className="grid gap-5 lg:grid-cols-12">
        {['lg:col-span-7', 'lg:col-span-5', 'lg:col-span-7', 'lg:col-span-5'].map((span, index) => (
          <div
            key={index}
            className={`min-h-64 rounded-card border border-line bg-surface p-6 ${span}`}
          >
            <Bars rows={5} />
          </div>
        ))}
      </div>
    </div>
  );
}
