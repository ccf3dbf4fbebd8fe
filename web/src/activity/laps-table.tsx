import { type LapView, renderDistance, renderDuration, renderPace } from '@evensplit/contracts';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useUnits } from '../shell/use-athlete.ts';
import { Card } from '../ui/card.tsx';
import type { Highlight } from './highlight.ts';

export function LapsTable({
  laps,
  highlight,
}: {
  laps: readonly LapView[];
  highlight: Highlight | null;
}) {
  const [, setParams] = useSearchParams();
  const units = useUnits();
  const chosen = useRef<HTMLTableRowElement>(null);
  const arrivedAt = useRef(highlight?.lap ?? null);
  // Only for somebody who came here from a receipt; a click in the table must not move the page.
  useEffect(() => {
    if (arrivedAt.current !== null) chosen.current?.scrollIntoView({ block: 'center' });
  }, []);
  if (laps.length === 0) return null;
  const paces = laps.map(paceOf);
  const known = paces.filter((pace) => pace !== null);
  const fastest = Math.min(...known);
  const slowest = Math.max(...known);

  function choose(lap: number): void {
    setParams(
      (before) => {
        before.delete('window');
        if (before.get('lap') === String(lap)) before.delete('lap');
        else before.set('lap', String(lap));
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  return (
    <Card
      title={laps.length === 1 ? '1 lap' : `${laps.length} laps`}

      testId="laps"
    >
      <table className="w-full border-collapse text-right">
        <thead className="text-sm text-muted">
          <tr className="border-b border-line">
            <th className="px-2 py-2 text-left font-medium">Lap</th>
            <th className="py-2 font-medium">Distance</th>
            <th className="py-2 font-medium">Time</th>
            <th className="py-2 font-medium">Pace</th>
            <th className="py-2 pr-2 font-medium">
              <abbr title="Average heart rate" className="no-underline">
                bpm
              </abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {laps.map((lap, order) => {
            const pace = paces[order] ?? null;
            const active = highlight?.lap === lap.index;
            return (
              <tr
                key={lap.index}
                ref={active ? chosen : null}
                data-testid="lap-row"
                className={`border-b border-line last:border-0 ${active ? 'bg-heart-soft' : ''}`}
              >
                <th scope="row" className="p-0 text-left font-normal">
                  <button
                    type="button"
                    aria-pressed={active}
                    onClick={() => choose(lap.index)}
                    className="min-h-11 min-w-11 rounded-lg px-2 text-left font-semibold text-accent hover:underline"
                  >
                    <span className="sr-only">Show lap </span>
                    {lap.index + 1}
                    {lap.intensity && lap.intensity !== 'active' && (
                      <span className="ml-1.5 hidden text-sm font-normal text-muted sm:inline">
                        {lap.intensity}
                      </span>
                    )}
                  </button>
                </th>
                <td>{lap.distanceM === null ? '–' : renderDistance(lap.distanceM, units)}</td>
                <td>{renderDuration(lap.movingS ?? lap.elapsedS)}</td>
                <td className="w-[34%] pl-4">
                  {pace === null ? (
                    '–'
                  ) : (
                    <span className="flex items-center justify-end gap-3">
                      <span aria-hidden="true" className="hidden h-2 flex-1 sm:block">
                        <span
                          className="float-right block h-2 rounded-full bg-accent/60"
                          style={{ width: `${barShare(pace, fastest, slowest)}%` }}
                        />
                      </span>
                      <span className="font-semibold">{renderPace(pace, units)}</span>
                    </span>
                  )}
                </td>
                <td className="pr-2">
                  {lap.avgHeartRate === null ? '–' : Math.round(lap.avgHeartRate)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

function paceOf({ distanceM, movingS, elapsedS }: LapView): number | null {
  const seconds = movingS ?? elapsedS;
  return distanceM !== null && distanceM > 20 && seconds > 0 ? (seconds * 1000) / distanceM : null;
}

/** Longest for the fastest lap; bars of speed start at a third, so that small differences can be seen. */
function barShare(pace: number, fastest: number, slowest: number): number {
  if (slowest <= fastest) return 100;
  return 35 + (65 * (1 / pace - 1 / slowest)) / (1 / fastest - 1 / slowest);
}
