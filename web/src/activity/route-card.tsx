import type { ActivityStreams } from '@evensplit/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useUnits } from '../shell/use-athlete.ts';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/notice.tsx';
import { indexAt } from './chart-series.ts';
import type { Highlight } from './highlight.ts';
import { pathOf, type RouteLine, routeLine, scaleLength } from './route-line.ts';

const METRES = { km: 1000, mi: 1609.344 } as const;

export function RouteCard({
  streams,
  cursor,
  highlight,
  className,
}: {
  streams: UseQueryResult<ActivityStreams>;
  cursor: number | null;
  highlight: Highlight | null;
  className: string;
}) {
  const { data } = streams;
  const line = useMemo(
    () => data && routeLine(data.columns.latitude, data.columns.longitude),
    [data],
  );
  return (
    <Card title="Route" className={className} testId="route">
      {streams.isPending ? (
        <div className="skeleton aspect-square w-full" />
      ) : streams.isError ? (
        <Failure error={streams.error} retry={() => void streams.refetch()} />
      ) : line && data ? (
        <Route line={line} timeS={data.timeS} cursor={cursor} highlight={highlight} />
      ) : (
        <p className="text-muted">
          No GPS in this recording, as on a treadmill. Distance and pace come from the watch or a
          foot pod.
        </p>
      )}
    </Card>
  );
}

function Route({
  line,
  timeS,
  cursor,
  highlight,
}: {
  line: RouteLine;
  timeS: readonly number[];
  cursor: number | null;
  highlight: Highlight | null;
}) {
  const units = useUnits();
  const whole = useMemo(() => pathOf(line.points), [line]);
  const part = useMemo(
    () =>
      highlight &&
      pathOf(line.points, indexAt(timeS, highlight.fromS), indexAt(timeS, highlight.toS)),
    [line, timeS, highlight],
  );
  const here = cursor === null ? null : line.points[cursor];
  const start = line.points.find((point) => point !== null);
  const finish = line.points.findLast((point) => point !== null);
  const scale = scaleLength(line, METRES[units]);
  const { width, height } = line;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="block max-h-[30rem] w-full"
      role="img"
      aria-label={`Route of the run, north up${part ? ', with a part of it highlighted' : ''}`}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={whole} stroke="var(--surface)" strokeWidth="11" />
      <path
        d={whole}
        stroke="var(--accent)"
        strokeOpacity={part ? 0.32 : 1}
        strokeWidth="5"
        data-testid="route-line"
      />
      {part && (
        <path d={part} stroke="var(--heart)" strokeWidth="8" data-testid="route-highlight" />
      )}
      {start && finish && (
        <>
          <circle
            cx={finish[0]}
            cy={finish[1]}
            r="9"
            fill="var(--ink)"
            stroke="var(--surface)"
            strokeWidth="4"
          />
          <circle
            cx={start[0]}
            cy={start[1]}
            r="9"
            fill="var(--surface)"
            stroke="var(--ink)"
            strokeWidth="4"
          />
          <text {...labelAt(start, width)} fill="var(--ink)" fontSize="19" fontWeight="600">
            {apart(start, finish) ? 'Start' : 'Start, finish'}
          </text>
          {apart(start, finish) && (
            <text {...labelAt(finish, width)} fill="var(--ink)" fontSize="19" fontWeight="600">
              Finish
            </text>
          )}
        </>
      )}
      {here && (
        <circle
          cx={here[0]}
          cy={here[1]}
          r="11"
          fill="var(--heart)"
          stroke="var(--surface)"
          strokeWidth="4"
        />
      )}
      <g transform={`translate(8 ${height - 8})`}>
        <path d={`M0 -7V0H${scale.width}V-7`} stroke="var(--muted)" strokeWidth="2" />
        <text x={scale.width + 8} y="1" fill="var(--muted)" fontSize="17">
          {scale.units} {units}
        </text>
      </g>
    </svg>
  );
}

function apart(a: [number, number], b: [number, number]): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) > 40;
}

/** Beside the point, on the side where there is room; a halo keeps it legible over the line. */
function labelAt([x, y]: [number, number], width: number) {
  const right = x < width * 0.6;
  return {
    x: right ? x + 18 : x - 18,
    y: y + 6,
    textAnchor: right ? ('start' as const) : ('end' as const),
    stroke: 'var(--surface)',
    strokeWidth: 5,
    paintOrder: 'stroke',
  };
}
