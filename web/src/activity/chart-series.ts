import type { ActivityStreams } from '@evensplit/contracts';

export type Column = (number | null)[];
const SMOOTH_S = 20;
/** Below this a runner stands or shuffles at a crossing; a pace of 33 min/km would flatten everything else. */
const STANDING_MPS = 0.7;

/** Seconds per kilometre along the run, averaged over a moving window; `null` while standing. */
export function paceColumn(streams: ActivityStreams): Column | null {
  const speed = streams.columns.speedMps ?? speedFromDistance(streams);
  if (!speed || !speed.some((value) => value !== null && value > STANDING_MPS)) return null;
  return movingMean(streams.timeS, speed, SMOOTH_S).map((value) =>
    value !== null && value > STANDING_MPS ? 1000 / value : null,
  );
}

function speedFromDistance({ timeS, columns }: ActivityStreams): Column | null {
  const distance = columns.distanceM;
  if (!distance) return null;
  return distance.map((metres, index) => {
    const before = distance[index - 1];
    const seconds = (timeS[index] ?? 0) - (timeS[index - 1] ?? 0);
    if (metres === null || before === null || before === undefined || seconds <= 0) return null;
    return Math.max(0, (metres - before) / seconds);
  });
}

/** Mean of the readings within half a window to either side; gaps stay gaps. */
export function movingMean(timeS: readonly number[], values: Column, windowS: number): Column {
  const result: Column = [];
  let from = 0;
  let to = 0;
  let sum = 0;
  let count = 0;
  for (let index = 0; index < values.length; index += 1) {
    const now = timeS[index] ?? 0;
    for (; to < values.length && (timeS[to] ?? 0) <= now + windowS / 2; to += 1) {
      const value = values[to] ?? null;
      if (value !== null) [sum, count] = [sum + value, count + 1];
    }
    for (; (timeS[from] ?? 0) < now - windowS / 2; from += 1) {
      const value = values[from] ?? null;
      if (value !== null) [sum, count] = [sum - value, count - 1];
    }
    const own = values[index] ?? null;
    result.push(own === null || count === 0 ? null : sum / count);
  }
  return result;
}

/** Limits that show the run and not its one glitch: 1st to 99th percentile with a margin. */
export function readableRange(values: Column, leastSpan: number): [number, number] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.01)] ?? 0;
  const high = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? low;
  const margin = Math.max((high - low) * 0.08, (leastSpan - (high - low)) / 2, 0);
  return [low - margin, high + margin];
}

/** Index of the sample nearest to a moment. */
export function indexAt(timeS: readonly number[], seconds: number): number {
  let low = 0;
  let high = timeS.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeS[middle] ?? 0) < seconds) low = middle + 1;
    else high = middle;
  }
  const before = timeS[low - 1];
  return before !== undefined && seconds - before < (timeS[low] ?? 0) - seconds ? low - 1 : low;
}

/** Distance never runs backwards on an axis; missing readings take the last known one. */
export function distanceAxis(column: Column): number[] {
  let last = 0;
  return column.map((metres) => (last = Math.max(last, metres ?? last)));
}
