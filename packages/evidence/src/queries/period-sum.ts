import type { Subject } from '../athlete.ts';
import { daysBetween } from '../civil-day.ts';
import { derivableLanes } from '../lanes.ts';

/** What the runs between two civil dates add up to. */
export type PeriodSum = {
  runs: number;
  distanceM: number;
  movingS: number;
  ascentM: number;
  ascentKnown: number;
  load: number;
  loadKnown: number;
  longestM: number;
  withoutHeartRate: number;
  /** Longest run first. */
  ids: string[];
  lanes: string[];
  /** What the sums are made of: the runs, or the months of anything longer than two of them. */
  parts: {
    distances: number[];
    movings: number[];
    ascents: number[];
    loads: number[];
    longest: number[];
  };
};

const LONGEST_BY_RUN = 62;

/** Both days are part of it; null when no run is. */
export async function periodSum(
  subject: Subject,
  from: string,
  to: string,
): Promise<PeriodSum | null> {
  const byMonth = daysBetween(from, to) >= LONGEST_BY_RUN;
  const rows = await subject.db.$queryRaw<Part[]>`
    SELECT count(*)::int AS runs,
           COALESCE(sum(a."distanceM"), 0) AS "distanceM",
           COALESCE(sum(COALESCE(a."movingS", a."elapsedS")), 0) AS "movingS",
           COALESCE(sum(a."ascentM"), 0) AS "ascentM",
           count(a."ascentM")::int AS "ascentKnown",
           COALESCE(sum(a.load), 0) AS load,
           count(a.load)::int AS "loadKnown",
           COALESCE(max(a."distanceM"), 0) AS "longestM",
           count(*) FILTER (WHERE NOT a."hasHeartRate")::int AS "withoutHeartRate",
           array_agg(a.id::text ORDER BY a."distanceM" DESC NULLS LAST, a.id) AS ids,
           array_agg(a."distanceM" ORDER BY a."distanceM" DESC NULLS LAST, a.id) AS lengths,
           array_agg(DISTINCT s.lane) AS lanes
    FROM "Activity" a
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE a."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run'
      AND a."localDate" BETWEEN ${from}::date AND ${to}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])
    GROUP BY CASE WHEN ${byMonth} THEN to_char(a."localDate", 'YYYY-MM') ELSE a.id::text END
    ORDER BY min(a."startedAt"), min(a.id::text)`;
  return rows.length === 0 ? null : addedUp(rows);
}

type Part = Omit<PeriodSum, 'parts'> & { lengths: (number | null)[] };

function addedUp(rows: readonly Part[]): PeriodSum {
  const of = (name: 'runs' | 'distanceM' | 'movingS' | 'ascentM' | 'load' | 'longestM') =>
    rows.map((row) => row[name]);
  const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const runs = rows.flatMap(({ ids, lengths }) =>
    ids.map((id, place) => ({ id, length: lengths[place] ?? -1 })),
  );
  return {
    runs: total(of('runs')),
    distanceM: total(of('distanceM')),
    movingS: total(of('movingS')),
    ascentM: total(of('ascentM')),
    ascentKnown: total(rows.map((row) => row.ascentKnown)),
    load: total(of('load')),
    loadKnown: total(rows.map((row) => row.loadKnown)),
    longestM: Math.max(...of('longestM')),
    withoutHeartRate: total(rows.map((row) => row.withoutHeartRate)),
    ids: runs.toSorted((a, b) => b.length - a.length || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
    lanes: [...new Set(rows.flatMap((row) => row.lanes))].toSorted((a, b) => (a < b ? -1 : 1)),
    parts: {
      distances: of('distanceM'),
      movings: of('movingS'),
      ascents: of('ascentM'),
      loads: of('load'),
      longest: of('longestM'),
    },
  };
}
