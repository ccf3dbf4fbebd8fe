import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCivilDate } from '../ui/format.ts';
import { ActivityRow } from './activity-row.tsx';
import { type ListRow, rowOffsets } from './list-rows.ts';
import { visibleRange } from './visible-range.ts';

const LOAD_AHEAD_PX = 3000;

/**
 * Thousands of rows over the page's own scrolling: only those near the screen exist. Rows are of known height, so the
 * scroll bar tells the truth about what is loaded and "back" finds its place.
 */
export function ActivityList({
  rows,
  hasMore,
  loadMore,
}: {
  rows: readonly ListRow[];
  hasMore: boolean;
  loadMore: () => void;
}) {
  const wide = useWide();
  const offsets = useMemo(
    () => rowOffsets(rows, { month: 44, activity: wide ? 60 : 76 }),
    [rows, wide],
  );
  const total = offsets.at(-1) ?? 0;
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: window.innerHeight });

  useLayoutEffect(() => {
    let pending = 0;
    function measure(): void {
      pending = 0;
      const box = frame.current?.getBoundingClientRect();
      if (box) setView({ top: -box.top, height: window.innerHeight });
    }
    function later(): void {
      pending ||= requestAnimationFrame(measure);
    }
    measure();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(pending);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, []);

  const nearEnd = hasMore && view.top + view.height + LOAD_AHEAD_PX > total;
  useEffect(() => {
    if (nearEnd) loadMore();
  });

  const { start, end } = visibleRange(offsets, view.top, view.height);
  return (
    <div ref={frame} style={{ height: total }} className="relative" data-testid="activity-list">
      <ul className="absolute inset-x-0" style={{ top: offsets[start] }}>
        {rows.slice(start, end).map((row) =>
          row.kind === 'month' ? (
            <li key={row.month} className="flex h-11 items-end pb-1.5">
              <h2 className="eyebrow">
                {formatCivilDate(`${row.month}-01`, { month: 'long', year: 'numeric' })}
              </h2>
            </li>
          ) : (
            <ActivityRow key={row.activity.id} activity={row.activity} />
          ),
        )}
      </ul>
    </div>
  );
}

function useWide(): boolean {
  const [query] = useState(() => window.matchMedia('(min-width: 768px)'));
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const update = () => setWide(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, [query]);
  return wide;
}
