import type { HomeView } from '@evensplit/contracts';

type Week = HomeView['trend']['weeks'][number];
const HEIGHT = 64;

/** Long-term load at the end of each week, in the columns of the bars above it. */
export function LoadLine({ weeks }: { weeks: readonly Week[] }) {
  const known = weeks.flatMap(({ longTermLoad }, index) =>
    longTermLoad === null ? [] : [{ load: longTermLoad, x: index + 0.5 }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last || known.length < 2) return null;
  const top = Math.max(...known.map(({ load }) => load));
  const bottom = Math.min(...known.map(({ load }) => load));
  const span = Math.max(top - bottom, top * 0.2, 1);
  const y = (load: number) => HEIGHT - 8 - ((load - bottom) / span) * (HEIGHT - 16);
  const points = known.map(({ load, x }) => `${x},${y(load)}`).join(' ');
  return (
    <figure className="mt-5">
      <figcaption className="mb-1 flex justify-between gap-2 text-sm font-semibold">
        <span>Long-term load</span>
        <span className="font-normal text-muted">
          {Math.round(first.load)} to{' '}
          <b className="font-semibold text-ink">{Math.round(last.load)}</b>
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${weeks.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-16 w-full overflow-visible"
        role="img"
        aria-label={`Long-term load went from ${Math.round(first.load)} to ${Math.round(last.load)} over ${known.length} weeks`}
      >
        <line
          x1="0"
          x2={weeks.length}
          y1={HEIGHT - 0.5}
          y2={HEIGHT - 0.5}
          stroke="var(--line)"
          vectorEffect="non-scaling-stroke"
        />
        <polyline
          points={points}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="2.25"
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={`M${last.x} ${y(last.load)}h0`}
          stroke="var(--ink)"
          strokeWidth="9"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </figure>
  );
}
