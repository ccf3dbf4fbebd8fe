import { type ActivityStreams, renderDistance, renderDuration } from '@evensplit/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useUnits } from '../shell/use-athlete.ts';
import { chartPanels, type PanelDefinition } from './chart-panels.ts';
import { distanceAxis, indexAt } from './chart-series.ts';
import { type DrawnCharts, drawCharts } from './draw-charts.ts';
import type { Highlight } from './highlight.ts';
import { useColorScheme } from './use-color-scheme.ts';

const METRES = { km: 1000, mi: 1609.344 } as const;
const heights = { pace: 'h-40', 'heart-rate': 'h-36', elevation: 'h-32' } as const;

export function StreamCharts({
  streams,
  cursor,
  onCursor,
  highlight,
}: {
  streams: ActivityStreams;
  cursor: number | null;
  onCursor: (index: number | null) => void;
  highlight: Highlight | null;
}) {
  const units = useUnits();
  const scheme = useColorScheme();
  const panels = useMemo(() => chartPanels(streams, units), [streams, units]);
  const hasDistance = (streams.columns.distanceM?.at(-1) ?? 0) > 0;
  const [over, setOver] = useState<'distance' | 'time'>(hasDistance ? 'distance' : 'time');
  const x = useMemo(
    () =>
      over === 'distance' && streams.columns.distanceM
        ? distanceAxis(streams.columns.distanceM).map((metres) => metres / METRES[units])
        : streams.timeS,
    [over, streams, units],
  );
  const frames = useRef<(HTMLDivElement | null)[]>([]);
  const charts = useRef<DrawnCharts | null>(null);
  const { fromS = null, toS = null } = highlight ?? {};

  useEffect(() => {
    const at = (seconds: number) => x[indexAt(streams.timeS, seconds)] ?? 0;
    const color = (name: string) =>
      getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    charts.current = drawCharts(
      frames.current.filter((frame) => frame !== null),
      x,
      panels.map((panel) => ({
        ...panel,
        stroke: color(panel.color),
        fill: panel.filled ? color(`${panel.color}-soft`) : null,
      })),
      {
        colors: {
          muted: color('--muted'),
          line: color('--line'),
          band: color('--heart-soft'),
          ink: color('--ink'),
        },
        formatX: (value) => (over === 'distance' ? `${value} ${units}` : renderDuration(value)),
        band: fromS === null || toS === null ? null : [at(fromS), at(toS)],
        onCursor,
      },
    );
    return () => charts.current?.destroy();
    // The scheme is read through the stylesheet: a change of it must redraw the canvas.
  }, [x, panels, over, units, fromS, toS, scheme, streams, onCursor]);

  useEffect(() => charts.current?.setCursor(cursor), [cursor]);

  if (panels.length === 0) {
    return <p className="text-muted">No pace, heart rate or elevation was recorded.</p>;
  }
  return (
    <div>
      <div className="mb-3 flex min-h-11 items-center justify-between gap-3">
        <p className="text-sm text-muted" aria-live="off">
          {cursor === null
            ? 'Move over the charts to read values'
            : placeOf(streams, cursor, units)}
        </p>
        {hasDistance && (
          <div role="group" aria-label="Horizontal axis" className="flex rounded-xl bg-sunken p-1">
            {(['distance', 'time'] as const).map((axis) => (
              <button
                key={axis}
                type="button"
                aria-pressed={over === axis}
                onClick={() => setOver(axis)}
                className={`min-h-9 rounded-lg px-3 text-sm font-semibold capitalize ${
                  over === axis ? 'bg-surface text-ink shadow-card' : 'text-muted'
                }`}
              >
                {axis}
              </button>
            ))}
          </div>
        )}
      </div>
      {panels.map((panel, order) => (
        <figure key={panel.key} data-testid={`chart-${panel.key}`}>
          <figcaption className="flex items-baseline justify-between gap-3 text-sm">
            <span className="font-semibold" style={{ color: `var(${panel.color})` }}>
              {panel.title} <span className="font-normal text-muted">{panel.unit}</span>
            </span>
            <b className="figure text-base">{valueAt(panel, cursor)}</b>
          </figcaption>
          <div
            ref={(frame) => {
              frames.current[order] = frame;
            }}
            role="img"
            aria-label={summaryOf(panel)}
            className={`${heights[panel.key]} w-full overflow-hidden`}
          />
        </figure>
      ))}
      <Scrubber streams={streams} cursor={cursor} onCursor={onCursor} panels={panels} />
      {!streams.columns.heartRate?.some((value) => value !== null) && (
        <p className="mt-3 text-sm text-muted">No heart rate was recorded on this run.</p>
      )}
    </div>
  );
}

/** The shared cursor for fingers and keyboards, to which a canvas means nothing. */
function Scrubber({
  streams,
  cursor,
  onCursor,
  panels,
}: {
  streams: ActivityStreams;
  cursor: number | null;
  onCursor: (index: number | null) => void;
  panels: readonly PanelDefinition[];
}) {
  const units = useUnits();
  const words = panels
    .map((panel) => (cursor === null ? '' : `${panel.title} ${valueAt(panel, cursor) || 'none'}`))
    .join(', ');
  return (
    <input
      type="range"
      min={0}
      max={streams.timeS.length - 1}
      value={cursor ?? 0}
      onChange={(event) => onCursor(Number(event.target.value))}
      aria-label="Position along the run"
      aria-valuetext={cursor === null ? 'Start' : `${placeOf(streams, cursor, units)}, ${words}`}
      className="-mt-1 ml-[46px] h-11 w-[calc(100%-54px)] cursor-ew-resize accent-accent"
    />
  );
}

function valueAt(panel: PanelDefinition, cursor: number | null): string {
  const value = cursor === null ? null : (panel.values[cursor] ?? null);
  return value === null ? '' : panel.formatValue(value);
}

function placeOf(streams: ActivityStreams, cursor: number, units: 'km' | 'mi'): string {
  const distance = streams.columns.distanceM?.[cursor] ?? null;
  const time = renderDuration(streams.timeS[cursor] ?? 0);
  return distance === null ? time : `${renderDistance(distance, units)} · ${time}`;
}

function summaryOf(panel: PanelDefinition): string {
  const known = panel.values.filter((value) => value !== null);
  const low = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = known.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return `${panel.title} along the run, from ${panel.formatValue(low)} to ${panel.formatValue(high)}`;
}
