import type { IngestTx } from '@evensplit/db';
import { chooseLoadMethod, LOAD_METHODS, type LoadMethod } from '@evensplit/training';
import { addDays } from '../store/civil-time.ts';
import { loadRows, type LoadRow } from './load-rows.ts';
import { loadMetric } from './metric-rows.ts';

type DerivedRun = {
  id: string;
  day: string;
  durationS: number;
  distanceM: number;
  load: number | null;
  loadMethod: string | null;
  /** The run's load by each method there is. */
  candidates: Partial<Record<LoadMethod, number>>;
};

/** The method is chosen from so many days up to the last run. */
const METHOD_DAYS = 84;

/**
 * One load method per athlete: every derived run gets its load by that method, and the curve is brought up to date.
 * `fresh` are runs whose metrics were written just now.
 * @returns the method
 */
export async function writeLoads(
  tx: IngestTx,
  athleteId: string,
  fresh: readonly string[],
): Promise<LoadMethod | null> {
  const runs = await readDerivedRuns(tx, athleteId);
  const method = methodOf(runs);
  const shown = new Set(fresh);
  const changed: { id: string; load: number | null; method: string | null }[] = [];
  for (const run of runs) {
    const load = method === null ? null : (run.candidates[method] ?? null);
    const loadMethod = load === null ? null : method;
    if (load !== run.load || loadMethod !== run.loadMethod) {
      changed.push({ id: run.id, load, method: loadMethod });
      shown.add(run.id);
    }
    run.load = load;
  }
  await tx.$executeRaw`
    UPDATE "Activity" a SET load = r.load, "loadMethod" = r.method
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS r(id uuid, load float8, method text)
    WHERE a.id = r.id`;
  await showLoads(tx, [...shown], method ?? 'pace-load');
  await writeCurve(tx, athleteId, loadRows(runs, method));
  return method;
}

/** Copies the value, or the reason why there is none, to the metric that everybody reads. */
async function showLoads(
  tx: IngestTx,
  activityIds: readonly string[],
  method: LoadMethod,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ActivityMetric" ("activityId", metric, "athleteId", value, low, high, unit, quality, method, n, flags, reason, detail)
    SELECT "activityId", 'activity.load', "athleteId", value, low, high, unit, quality, method, n, flags, reason, detail
    FROM "ActivityMetric"
    WHERE metric = ${loadMetric(method)} AND "activityId" = ANY(${[...activityIds]}::uuid[])
    ON CONFLICT ("activityId", metric) DO UPDATE SET value = EXCLUDED.value, low = EXCLUDED.low, high = EXCLUDED.high,
      unit = EXCLUDED.unit, quality = EXCLUDED.quality, method = EXCLUDED.method, n = EXCLUDED.n,
      flags = EXCLUDED.flags, reason = EXCLUDED.reason, detail = EXCLUDED.detail`;
}

async function readDerivedRuns(tx: IngestTx, athleteId: string): Promise<DerivedRun[]> {
  const names = LOAD_METHODS.map(loadMetric);
  const rows = await tx.$queryRaw<(Omit<DerivedRun, 'candidates'> & { loads: unknown })[]>`
    SELECT a.id::text AS id, to_char(a."localDate", 'YYYY-MM-DD') AS day, coalesce(a."movingS", a."elapsedS") AS "durationS",
      coalesce(a."distanceM", 0) AS "distanceM", a.load, a."loadMethod",
      jsonb_object_agg(m.metric, m.value) FILTER (WHERE m.value IS NOT NULL) AS loads
    FROM "Activity" a
    LEFT JOIN "ActivityMetric" m ON m."activityId" = a.id AND m.metric = ANY(${names}::text[])
    WHERE a."athleteId" = ${athleteId}::uuid AND a.sport = 'run' AND a."derivedAt" IS NOT NULL
    GROUP BY a.id ORDER BY a."localDate", a."startedAt", a.id`;
  return rows.map(({ loads, ...run }) => {
    const byMetric = (loads ?? {}) as Record<string, number>;
    const candidates: DerivedRun['candidates'] = {};
    for (const method of LOAD_METHODS) {
      const value = byMetric[loadMetric(method)];
      if (value !== undefined) candidates[method] = value;
    }
    return { ...run, candidates };
  });
}

function methodOf(runs: readonly DerivedRun[]): LoadMethod | null {
  const last = runs.at(-1)?.day;
  if (last === undefined) return null;
  const from = addDays(last, -METHOD_DAYS);
  const available = runs
    .filter((run) => run.day >= from)
    .map(({ candidates }) =>
      Object.fromEntries(LOAD_METHODS.map((method) => [method, candidates[method] !== undefined])),
    );
  const chosen = chooseLoadMethod(available);
  return 'reason' in chosen ? null : chosen.method;
}

/** Writes what differs and removes days that are no longer on the curve. */
async function writeCurve(tx: IngestTx, athleteId: string, rows: LoadRow[]): Promise<void> {
  const stored = await tx.$queryRaw<LoadRow[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, load, "longTerm", recent, balance, method, "warmingUp", estimated, runs,
      "distanceM", "movingS"
    FROM "DailyLoad" WHERE "athleteId" = ${athleteId}::uuid`;
  const before = new Map(stored.map((row) => [row.day, row]));
  const changed = rows.filter((row) => !isSameRow(row, before.get(row.day)));
  const days = new Set(rows.map((row) => row.day));
  const gone = stored.filter((row) => !days.has(row.day)).map((row) => row.day);
  if (gone.length > 0) {
    await tx.$executeRaw`
      DELETE FROM "DailyLoad" WHERE "athleteId" = ${athleteId}::uuid AND day = ANY(${gone}::date[])`;
  }
  if (changed.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "DailyLoad" ("athleteId", day, load, "longTerm", recent, balance, method, "warmingUp", estimated, runs,
      "distanceM", "movingS")
    SELECT ${athleteId}::uuid, r.day, r.load, r."longTerm", r.recent, r.balance, r.method, r."warmingUp", r.estimated, r.runs,
      r."distanceM", r."movingS"
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS r(day date, load float8, "longTerm" float8, recent float8,
      balance float8, method text, "warmingUp" boolean, estimated boolean, runs int, "distanceM" float8, "movingS" float8)
    ON CONFLICT ("athleteId", day) DO UPDATE SET load = EXCLUDED.load, "longTerm" = EXCLUDED."longTerm",
      recent = EXCLUDED.recent, balance = EXCLUDED.balance, method = EXCLUDED.method, "warmingUp" = EXCLUDED."warmingUp",
      estimated = EXCLUDED.estimated, runs = EXCLUDED.runs, "distanceM" = EXCLUDED."distanceM", "movingS" = EXCLUDED."movingS"`;
}

function isSameRow(row: LoadRow, stored: LoadRow | undefined): boolean {
  if (!stored) return false;
  return (Object.keys(row) as (keyof LoadRow)[]).every((key) => Object.is(row[key], stored[key]));
}
