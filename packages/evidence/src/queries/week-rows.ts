import type { Subject } from '../athlete.ts';
import { derivableLanes } from '../lanes.ts';

export type WeekRow = {
  weekStart: string;
  runs: number;
  distanceM: number;
  movingS: number;
  ascentM: number;
  ascentKnown: number;
  load: number;
  loadKnown: number;
  longestM: number;
  longestId: string;
  withoutHeartRate: number;
  /** One per run, in the order of `ids`. */
  distances: number[];
  movings: number[];
  ascents: (number | null)[];
  loads: (number | null)[];
  ids: string[];
  lanes: string[];
};

/** ISO weeks with at least one run between two civil dates (inclusive), oldest first. One pass over the index. */
export async function weekRows(subject: Subject, from: string, to: string): Promise<WeekRow[]> {
  return subject.db.$queryRaw<WeekRow[]>`
    SELECT to_char(date_trunc('week', a."localDate"), 'YYYY-MM-DD') AS "weekStart",
           count(*)::int AS runs,
           COALESCE(sum(a."distanceM"), 0) AS "distanceM",
           COALESCE(sum(COALESCE(a."movingS", a."elapsedS")), 0) AS "movingS",
           COALESCE(sum(a."ascentM"), 0) AS "ascentM",
           count(a."ascentM")::int AS "ascentKnown",
           COALESCE(sum(a.load), 0) AS load,
           count(a.load)::int AS "loadKnown",
           COALESCE(max(a."distanceM"), 0) AS "longestM",
           (array_agg(a.id::text ORDER BY a."distanceM" DESC NULLS LAST, a.id))[1] AS "longestId",
           count(*) FILTER (WHERE NOT a."hasHeartRate")::int AS "withoutHeartRate",
           array_agg(COALESCE(a."distanceM", 0) ORDER BY a."startedAt", a.id) AS distances,
           array_agg(COALESCE(a."movingS", a."elapsedS", 0) ORDER BY a."startedAt", a.id) AS movings,
           array_agg(a."ascentM" ORDER BY a."startedAt", a.id) AS ascents,
           array_agg(a.load ORDER BY a."startedAt", a.id) AS loads,
           array_agg(a.id::text ORDER BY a."startedAt", a.id) AS ids,
           array_agg(DISTINCT s.lane) AS lanes
    FROM "Activity" a
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE a."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run'
      AND a."localDate" BETWEEN ${from}::date AND ${to}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])
    GROUP BY 1 ORDER BY 1`;
}
