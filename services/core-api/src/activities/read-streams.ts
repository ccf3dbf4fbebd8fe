import type { ActivityStreams, StreamColumn } from '@evensplit/contracts';
import { decodeStream, type CoreDb, type StoredColumn, type StoredStream } from '@evensplit/db';
import { minMax } from '@evensplit/training';
import { AppError } from '@evensplit/platform/app-error';

const names: Record<StreamColumn, StoredColumn> = {
  distanceM: 'd',
  heartRate: 'hr',
  cadenceSpm: 'cadence',
  altitudeM: 'altitude',
  speedMps: 'speed',
  powerW: 'power',
  latitude: 'lat',
  longitude: 'lon',
};

/** Every curve a chart draws must keep its peaks, so each of these chooses samples of its own. */
const charted = ['speed', 'hr', 'altitude'] as const;

/** The samples of a run, all of them or about `points` with no extreme lost. `not_found` for anybody else's. */
export async function readStreams(
  db: CoreDb,
  athleteId: string,
  activityId: string,
  points: number | undefined,
): Promise<ActivityStreams> {
  const row = await db.activityStream.findFirst({ where: { activityId, athleteId } });
  if (!row) throw new AppError('not_found', 'There is no such activity, or it has no samples.');
  const stream = decodeStream(row.data, row.samples, row.codec);
  const keep = points && points < row.samples ? chooseSamples(stream, points) : null;
  const timeS = pick(stream.t, keep, 0);
  const columns: ActivityStreams['columns'] = {};
  for (const [name, stored] of Object.entries(names) as [StreamColumn, StoredColumn][]) {
    const values = stream[stored];
    if (values) columns[name] = pick(values, keep, stored === 'lat' || stored === 'lon' ? 6 : 3);
  }
  return {
    activityId,
    samples: row.samples,
    returned: timeS.length,
    timeS: timeS.map((value) => value ?? 0),
    columns,
  };
}

function chooseSamples(stream: StoredStream, points: number): Uint32Array {
  const drawn = charted.flatMap((name) => stream[name] ?? []);
  const share = Math.max(4, Math.floor(points / Math.max(1, drawn.length)));
  const chosen = new Set<number>();
  for (const values of drawn.length > 0 ? drawn : [stream.t]) {
    const indices = minMax(stream.t, values, share);
    if (indices instanceof Uint32Array) for (const index of indices) chosen.add(index);
  }
  return Uint32Array.from(chosen).sort();
}

function pick(values: Float64Array, keep: Uint32Array | null, digits: number): (number | null)[] {
  const scale = 10 ** digits;
  const indices = keep ?? values.keys();
  return Array.from(indices, (index) => {
    const value = values[index] ?? Number.NaN;
    return Number.isNaN(value) ? null : digits ? Math.round(value * scale) / scale : value;
  });
}
