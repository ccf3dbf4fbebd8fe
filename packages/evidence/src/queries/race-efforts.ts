import { isNone, paceIndex, type RaceEffort } from '@evensplit/training';
import type { Subject } from '../athlete.ts';
import { addDays } from '../civil-day.ts';
import { derivableLanes } from '../lanes.ts';

/** An effort that may speak for the athlete's form, with where it lies in the run it came from. */
export type FoundEffort = {
  effort: RaceEffort;
  activityId: string;
  window: [startS: number, endS: number];
  lane: string;
};

/** The efforts predictions start from. `fromTraining`: no race or time trial counts, so the hardest stretches of ordinary runs stand in. */
export type EffortBase = { efforts: FoundEffort[]; fromTraining: boolean };

type Row = {
  activityId: string;
  day: string;
  kind: string;
  distanceM: number;
  seconds: number;
  startS: number;
  endS: number;
  netDropM: number | null;
  interrupted: boolean;
  treadmill: boolean;
  lane: string;
};

const WEEKS_26 = 182;

/**
 * One effort per run, the one with the highest pace index: two splits of the same race are no two races, and a
 * "personal exponent" between them would promise a marathon at 10 km pace.
 */
export async function effortBase(subject: Subject): Promise<EffortBase> {
  const races = await effortRows(subject, true);
  if (races.length > 0) return { efforts: bestPerRun(races), fromTraining: false };
  return { efforts: bestPerRun(await effortRows(subject, false)), fromTraining: true };
}

/** Uninterrupted efforts of the last 26 weeks: of races, or of ordinary runs whose distance a track or GPS measured. */
async function effortRows(subject: Subject, ofRaces: boolean): Promise<Row[]> {
  return subject.db.$queryRaw<Row[]>`
    SELECT e."activityId"::text AS "activityId", to_char(e."localDate", 'YYYY-MM-DD') AS day, a.kind, e."distanceM", e.seconds,
           e."startS", e."endS", e."netDropM", e.interrupted, NOT a."hasRoute" AS treadmill, s.lane
    FROM "BestEffort" e
    JOIN "Activity" a ON a.id = e."activityId"
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE e."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run' AND NOT e.interrupted
      AND CASE WHEN ${ofRaces}::boolean THEN a.kind = 'race' ELSE a."hasRoute" END
      AND e."distanceM" BETWEEN 1500 AND 50000
      AND e."localDate" BETWEEN ${addDays(subject.today, -WEEKS_26)}::date AND ${subject.today}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])
    ORDER BY e."localDate", e."activityId", e."distanceM"`;
}

function bestPerRun(rows: Row[]): FoundEffort[] {
  const best = new Map<string, { found: FoundEffort; index: number }>();
  for (const row of rows) {
    const index = paceIndex({ distanceM: row.distanceM, timeS: row.seconds });
    if (isNone(index)) continue;
    const before = best.get(row.activityId);
    if (before && before.index >= index.value) continue;
    best.set(row.activityId, { found: toEffort(row), index: index.value });
  }
  return [...best.values()].map((one) => one.found);
}

function toEffort(row: Row): FoundEffort {
  return {
    activityId: row.activityId,
    window: [row.startS, row.endS],
    lane: row.lane,
    effort: {
      distanceM: row.distanceM,
      timeS: row.seconds,
      date: row.day,
      kind: row.kind === 'race' ? 'race' : 'all-out',
      interrupted: row.interrupted,
      netDropMPerKm: row.netDropM === null ? null : row.netDropM / (row.distanceM / 1000),
      distanceFrom: row.treadmill ? 'track' : 'gps',
    },
  };
}
