import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFacts } from '@evensplit/evidence';
import { createCoachDb } from '@evensplit/db';
import { dailyLoads, loadCurve, loadOn, medianLoadPerHour } from '@evensplit/training';
import { FORMULA_VERSION } from '../src/derive/formula-version.ts';
import { reconcile } from '../src/jobs/reconcile.ts';
import { demoFiles } from './support/demo-files.ts';
import { oneRun } from './support/one-run.ts';
import { sampleFiles } from './support/sample-files.ts';
import { startIngest, type Given, type Ingest, type Person } from './support/start-ingest.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

let ingest: Ingest;
beforeAll(async () => {
  ingest = await startIngest();
});
afterAll(async () => {
  await ingest[Symbol.asyncDispose]();
});

async function importAll(person: Person, files: Given[]): Promise<void> {
  const { batchId } = await person.accepted(files);
  await person.done(batchId, 60_000);
}

async function curveOf(athleteId: string) {
  const rows = await ingest.db.dailyLoad.findMany({
    where: { athleteId },
    orderBy: { day: 'asc' },
  });
  return rows.map(({ athleteId: _own, ...row }) => row);
}

/** Everything derived, without ids and times of writing. */
async function historyOf(athleteId: string) {
  return ingest.sql(
    `SELECT a."startedAt", a.kind, a.hard, a.load, a."loadMethod", a."movingS", a."avgHeartRate", a."ascentM",
       (SELECT jsonb_agg(jsonb_build_array(m.metric, m.value, m.low, m.high, m.method, m.flags, m.reason, m.extra) ORDER BY m.metric)
        FROM "ActivityMetric" m WHERE m."activityId" = a.id) AS metrics,
       (SELECT jsonb_agg(jsonb_build_array(e."distanceM", e.seconds) ORDER BY e."distanceM")
        FROM "BestEffort" e WHERE e."activityId" = a.id) AS efforts
     FROM "Activity" a WHERE a."athleteId" = $1 ORDER BY a."startedAt"`,
    [athleteId],
  );
}

describe('deriving', () => {
  it('gives the same history whatever order the files come in', async () => {
    const history = await demoFiles({ seed: 3, today: '2026-11-20', months: 2 });
    // Every second run: the same stretch of the calendar in half of the time.
    const files = history
      .filter((file) => file.duplicateOf === null)
      .filter((_file, i) => i % 2 === 0);
    const [inOrder, backwards, piecemeal] = await Promise.all([
      ingest.person(),
      ingest.person(),
      ingest.person(),
    ]);
    await importAll(inOrder, files);
    await importAll(backwards, files.toReversed());
    for (let k = 0; k < 3; k++) {
      await importAll(
        piecemeal,
        files.filter((_file, i) => i % 3 === (k + 1) % 3),
      );
    }
    const expected = await historyOf(inOrder.athleteId);
    expect(expected.length).toBe(files.length);
    const loaded = expected.filter((run) => run['load'] !== null);
    // A first run on a treadmill has no threshold to be judged by.
    expect(loaded.length).toBeGreaterThan(0.9 * files.length);
    expect(await historyOf(backwards.athleteId)).toEqual(expected);
    expect(await historyOf(piecemeal.athleteId)).toEqual(expected);
    const curve = await curveOf(inOrder.athleteId);
    expect(curve.length).toBeGreaterThan(50);
    expect(await curveOf(backwards.athleteId)).toEqual(curve);
    expect(await curveOf(piecemeal.athleteId)).toEqual(curve);
  }, 120_000);

  it('stores the curve that a computation over the whole history gives', async () => {
    const [athlete] = await ingest.sql(
      `SELECT "athleteId" AS id FROM "DailyLoad" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
    const athleteId = String(athlete?.['id']);
    const runs = await ingest.db.activity.findMany({ where: { athleteId, sport: 'run' } });
    const given = runs.map((run) => ({
      date: run.localDate.toISOString().slice(0, 10),
      load: run.load,
      durationS: run.movingS ?? run.elapsedS,
    }));
    const curve = loadCurve(dailyLoads(given), { loadPerHour: medianLoadPerHour(given) });
    if ('reason' in curve) throw new Error(curve.detail);
    const stored = await curveOf(athleteId);
    expect(stored.length).toBe(curve.length);
    for (const row of stored) {
      const on = loadOn(curve, row.day.toISOString().slice(0, 10));
      expect(row.longTerm).toBe(on.longTerm.value);
      expect(row.recent).toBe(on.recent.value);
      expect(row.balance).toBe(on.balance.value);
    }
    expect(stored.slice(0, 42).every((row) => row.warmingUp)).toBe(true);
    expect(stored[42]?.warmingUp).toBe(false);
  });

  it('leaves facts that every reader of the registry can show, and reasons where there is none', async () => {
    const runner = await ingest.person({ birthYear: 1990 });
    const files = await sampleFiles(5, new Date('2026-11-10T06:00:00Z'));
    await importAll(runner, files);
    const run = await ingest.db.activity.findFirstOrThrow({
      where: { athleteId: runner.athleteId, startedAt: files[0]?.startedAt ?? new Date() },
    });
    const coach = createCoachDb({
      url: ingest.database.urls.coach,
      poolSize: 1,
      applicationName: 'test',
    });
    try {
      const sheet = await readFacts(
        coach,
        runner.athleteId,
        'activity',
        { activityId: run.id },
        new Date('2026-11-11T12:00:00Z'),
      );
      const units = Object.fromEntries(sheet.facts.map((fact) => [fact.metric, fact.unit]));
      expect(units).toMatchObject({
        'activity.grade_adjusted_pace': 's/km',
        'activity.load': 'load',
        'activity.efficiency': 'm/beat',
        'activity.split_difference': '%',
        'activity.session_spike': '%',
        'activity.descent': 'm',
      });
      const gap = sheet.gaps.find((one) => one.metric === 'activity.durability');
      expect(gap?.why).toMatch(/too short/i);
      const pace = sheet.facts.find((fact) => fact.metric === 'activity.grade_adjusted_pace');
      expect(pace?.value).toBeGreaterThan(180);
      expect(pace?.value).toBeLessThan(600);
    } finally {
      await coach.$disconnect();
    }
    const zones = await ingest.db.activityMetric.findFirstOrThrow({
      where: { activityId: run.id, metric: 'activity.heart_rate_zones' },
    });
    const { zones: listed } = zones.extra as { zones: { seconds: number }[] };
    const covered = listed.reduce((sum, zone) => sum + zone.seconds, 0);
    expect(Math.abs(covered - (zones.value ?? 0))).toBeLessThan(1e-6);
  });

  it('derives again when the athlete corrects a setting', async () => {
    const runner = await ingest.person();
    await importAll(runner, [(await oneRun({ startedAt: '2026-07-01T05:00:00Z' })).fit]);
    const zonesOf = () =>
      ingest.db.activityMetric.findFirstOrThrow({
        where: { athleteId: runner.athleteId, metric: 'activity.heart_rate_zones' },
      });
    expect(await zonesOf()).toMatchObject({ value: null, reason: 'MISSING_INPUT' });
    await ingest.sql(`UPDATE "Athlete" SET "maxHeartRate" = 190 WHERE id = $1`, [runner.athleteId]);
    await reconcile(ingest.deps, 0);
    await waitFor('the zones', async () => (await zonesOf()).value !== null);
    expect(await zonesOf()).toMatchObject({ method: 'edwards-zones/1', flags: [] });
    expect(
      await ingest.db.athleteModel.findUnique({ where: { athleteId: runner.athleteId } }),
    ).toMatchObject({ maxHeartRate: 190, maxHeartRateMethod: 'athlete', loadDirtyFrom: null });
  });

  it('builds runs of another formula version again from their raw files', async () => {
    const runner = await ingest.person();
    const { fit } = await oneRun({ startedAt: '2026-07-02T05:00:00Z' });
    await importAll(runner, [fit]);
    const expected = await historyOf(runner.athleteId);
    const run = await ingest.db.activity.findFirstOrThrow({
      where: { athleteId: runner.athleteId },
      include: { stream: true },
    });
    await ingest.sql(
      `UPDATE "Activity" SET "derivedWith" = 'derive/0', "ascentM" = 4000, kind = 'race' WHERE id = $1`,
      [run.id],
    );
    await ingest.sql(`UPDATE "ActivityMetric" SET value = 1 WHERE "activityId" = $1`, [run.id]);
    await ingest.sql(`UPDATE "ActivityStream" SET data = '\\x00' WHERE "activityId" = $1`, [
      run.id,
    ]);
    await reconcile(ingest.deps, 0);
    await waitFor('the rebuild', async () => {
      const now = await ingest.db.activity.findUniqueOrThrow({ where: { id: run.id } });
      return now.derivedWith === FORMULA_VERSION && now.kind !== 'race';
    });
    expect(await historyOf(runner.athleteId)).toEqual(expected);
    const stream = await ingest.db.activityStream.findUniqueOrThrow({
      where: { activityId: run.id },
    });
    expect(Buffer.compare(stream.data, run.stream?.data ?? Buffer.of())).toBe(0);
  });

  it('lists other sports without analysing them', async () => {
    const runner = await ingest.person();
    const { gpx } = await oneRun({ startedAt: '2026-07-03T05:00:00Z' });
    const ride = Buffer.from(gpx.bytes)
      .toString('utf8')
      .replace(/<type>[^<]*<\/type>/, '<type>cycling</type>');
    await importAll(runner, [{ name: 'ride.gpx', bytes: ride }]);
    const [activity] = await ingest.db.activity.findMany({
      where: { athleteId: runner.athleteId },
      include: { metrics: true, efforts: true },
    });
    expect(activity).toMatchObject({ sport: 'ride', kind: 'other', load: null, efforts: [] });
    expect(activity?.movingS).toBeGreaterThan(600);
    expect(activity?.derivedAt).not.toBeNull();
    expect(activity?.metrics.map((metric) => metric.metric)).toEqual(['activity.recording']);
    expect(await ingest.db.dailyLoad.count({ where: { athleteId: runner.athleteId } })).toBe(0);
  });
});
