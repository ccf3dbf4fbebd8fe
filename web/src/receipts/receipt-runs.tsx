import { type Fact, renderDuration } from '@evensplit/contracts';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { activityQuery } from '../api/queries.ts';
import { formatCivilDate } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';

const FIRST = 5;

type Source = Fact['from'][number];

/** Links to the runs behind a fact, each to the lap or the window the value was taken from. */
export function ReceiptRuns({ fact }: { fact: Fact }) {
  const [all, setAll] = useState(false);
  const shown = all ? fact.from : fact.from.slice(0, FIRST);
  const runs = useQueries({ queries: shown.map((source) => activityQuery(source.activityId)) });
  if (fact.from.length === 0) {
    return <p className="mt-6 text-sm text-muted">No single run stands behind this value.</p>;
  }
  return (
    <section className="mt-6" aria-label="Runs behind this value">
      <h3 className="eyebrow">
        {fact.n !== undefined && fact.n > fact.from.length
          ? `Rests on ${fact.n} runs; the most telling`
          : fact.from.length === 1
            ? 'The run behind it'
            : `The ${fact.from.length} runs behind it`}
      </h3>
      <ul className="mt-2 flex flex-col">
        {shown.map((source, index) => {
          const run = runs[index]?.data;
          return (
            <li key={index}>
              <Link
                to={sourceHref(source)}
                data-testid="receipt-run"
                className="-mx-2 flex min-h-14 items-center gap-3 rounded-xl px-2 py-2 hover:bg-sunken"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-semibold">{run?.name ?? 'Run'}</span>
                  <span className="block text-sm text-muted">
                    {[
                      run &&
                        formatCivilDate(run.localDate, {
                          day: 'numeric',
                          month: 'short',
                          year: 'numeric',
                        }),
                      placeWords(source),
                    ]
                      .filter(Boolean)
                      .join(' · ') || 'Open the run'}
                  </span>
                </span>
                <Icon name="next" className="size-4 text-muted" />
              </Link>
            </li>
          );
        })}
      </ul>
      {fact.from.length > shown.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-1 min-h-11 font-semibold text-accent hover:underline"
        >
          Show all {fact.from.length}
        </button>
      )}
    </section>
  );
}

function sourceHref({ activityId, lap, window }: Source): string {
  if (lap !== undefined) return `/activities/${activityId}?lap=${lap}`;
  if (window) return `/activities/${activityId}?window=${window[0]}-${window[1]}`;
  return `/activities/${activityId}`;
}

function placeWords({ lap, window }: Source): string | null {
  if (lap !== undefined) return `lap ${lap + 1}`;
  if (window) return `${renderDuration(window[0])} to ${renderDuration(window[1])}`;
  return null;
}
