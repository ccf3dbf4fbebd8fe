import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCoachDb, type CoachDb } from '@evensplit/db';
import { builders, type Builders } from '@evensplit/testkit/builders';
import { testDatabase, type TestDatabase } from '@evensplit/testkit/database';
import { factOf, readFacts } from '../src/index.ts';

/** Friday 20 November 2026, morning in Berlin; the week began on Monday the 16th. */
const now = new Date('2026-11-20T08:00:00Z');

describe('the fact registry', () => {
  let database: TestDatabase;
  let db: CoachDb;
  let build: Builders;
  let athlete: string;

  beforeAll(async () => {
    database = await testDatabase();
    // The coach's role: whatever it may read must be enough for every question.
    db = createCoachDb({ url: database.urls.coach, poolSize: 2, applicationName: 'test' });
    build = builders(database);
  });
  afterAll(async () => {
    await build.close();
    await db.$disconnect();
    await database.drop();
  });
  beforeEach(async () => {
    athlete = await build.anAthlete();
  });

  it('says for an athlete without runs that there are none, in every answer', async () => {
    for (const query of ['last-run', 'bests', 'predictions', 'today'] as const) {
      const sheet = await readFacts(
        db,
        athlete,
        query,
        query === 'bests' ? { days: 365 } : ({} as never),
        now,
      );
      expect(sheet.facts).toEqual([]);
      expect(sheet.gaps[0]).toMatchObject({
        state: 'missing',
        why: expect.stringContaining('no runs yet'),
      });
    }
  });

  it('counts the days in a row up to the newest run, and nothing before a gap', async () => {
    for (const day of ['2026-11-14', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-18'])
      await build.aRun(athlete, { day });
    const sheet = await readFacts(db, athlete, 'last-run', {}, now);
    expect(factOf(sheet, 'today.streak_days')).toMatchObject({
      value: 3,
      unit: 'days',
      n: 4,
      subject: 'day:2026-11-18',
    });
  });

  it('describes the last run with receipts, and says why a metric is absent', async () => {
    await build.aRun(athlete, { day: '2026-11-10' });
    const run = await build.aRun(athlete, {
      day: '2026-11-18',
      distanceM: 12_000,
      movingS: 3600,
      avgHeartRate: null,
      metrics: [
        {
          metric: 'activity.decoupling',
          value: null,
          reason: 'TOO_SHORT',
          detail: '35 min are left',
        },
        { metric: 'activity.efficiency', value: 1.31, unit: 'm/beat' },
      ],
    });
    const sheet = await readFacts(db, athlete, 'last-run', {}, now);
    expect(sheet.runs.map((one) => one.activityId)).toEqual([run.id]);
    expect(factOf(sheet, 'activity.pace')).toMatchObject({
      value: 300,
      unit: 's/km',
      quality: 'measured',
      from: [{ activityId: run.id }],
      lanes: ['file'],
    });
    expect(factOf(sheet, 'activity.efficiency')).toMatchObject({
      value: 1.31,
      quality: 'estimated',
    });
    expect(factOf(sheet, 'activity.avg_heart_rate')).toBeUndefined();
    expect(sheet.gaps).toContainEqual({
      metric: 'activity.decoupling',
      state: 'missing',
      why: 'The run is too short for it: 35 min are left.',
    });
    expect(sheet.gaps).toContainEqual(
      expect.objectContaining({ metric: 'activity.avg_heart_rate' }),
    );
  });

  it('gives the same statement the same id, and a changed value another', async () => {
    const run = await build.aRun(athlete, { distanceM: 8000 });
    const first = await readFacts(db, athlete, 'last-run', {}, now);
    const byId = await readFacts(db, athlete, 'activity', { activityId: run.id }, now);
    expect(factOf(first, 'activity.distance')?.id).toBe(factOf(byId, 'activity.distance')?.id);
    const other = await build.aRun(athlete, { distanceM: 8001 });
    const changed = await readFacts(db, athlete, 'activity', { activityId: other.id }, now);
    expect(factOf(changed, 'activity.distance')?.id).not.toBe(
      factOf(first, 'activity.distance')?.id,
    );
  });

  it("knows nothing of another athlete's run", async () => {
    const stranger = await build.anAthlete();
    const run = await build.aRun(stranger);
    const sheet = await readFacts(db, athlete, 'activity', { activityId: run.id }, now);
    expect(sheet.facts).toEqual([]);
    expect(sheet.runs).toEqual([]);
  });

  it("sums the week by the athlete's calendar and compares it with the four before, empty ones included", async () => {
    await build.aRun(athlete, { day: '2026-11-15', distanceM: 20_000 });
    await build.aRun(athlete, { day: '2026-11-16', distanceM: 10_000 });
    await build.aRun(athlete, { day: '2026-11-18', distanceM: 5000, avgHeartRate: null });
    const sheet = await readFacts(db, athlete, 'week', { weeksBack: 0 }, now);
    expect(factOf(sheet, 'week.distance')).toMatchObject({
      value: 15_000,
      n: 2,
      subject: 'week:2026-11-16',
    });
    expect(factOf(sheet, 'week.distance_mean')?.value).toBe(5000);
    expect(factOf(sheet, 'week.distance_vs_mean')?.value).toBeCloseTo(200);
    expect(sheet.gaps).toContainEqual(
      expect.objectContaining({ why: '1 of 2 runs had no heart rate.' }),
    );
  });

  it('tells a week without training from a week before the history', async () => {
    await build.aRun(athlete, { day: '2026-11-03' });
    const sheet = await readFacts(db, athlete, 'weeks', { count: 4 }, now);
    expect(sheet.gaps.map((gap) => gap.state)).toEqual(['missing', 'not_done', 'not_done']);
    expect(factOf(sheet, 'week.runs', 'week:2026-11-02')?.value).toBe(1);
  });

  it('carries the load curve on through rest days up to today', async () => {
    for (let day = 10; day <= 18; day++)
      await build.aLoadDay(athlete, `2026-11-${day}`, { load: 60, longTerm: 40, recent: 50 });
    await build.aRun(athlete, { day: '2026-11-18' });
    const sheet = await readFacts(db, athlete, 'load', { days: 30 }, now);
    // Two rest days: 40·e^(−2/42), and the balance looks at yesterday.
    expect(factOf(sheet, 'load.long_term', 'day:2026-11-20')?.value).toBeCloseTo(
      40 * Math.exp(-2 / 42),
      9,
    );
    expect(factOf(sheet, 'load.balance')?.value).toBeCloseTo(
      40 * Math.exp(-1 / 42) - 50 * Math.exp(-1 / 7),
      9,
    );
    expect(factOf(sheet, 'load.long_term', 'day:2026-11-15')?.value).toBe(40);
  });

  it('predicts from a race with a range, and from ordinary runs only with a warning', async () => {
    await build.aRun(athlete, {
      day: '2026-11-01',
      kind: 'easy',
      efforts: [{ distanceM: 5000, seconds: 1500 }],
    });
    const modest = await readFacts(db, athlete, 'predictions', {}, now);
    const fromTraining = factOf(modest, 'prediction.time', 'distance:10000');
    expect(fromTraining?.quality).toBe('extrapolated');
    expect(fromTraining?.flags[0]).toMatch(/at least this fast/);

    const race = await build.aRun(athlete, {
      day: '2026-10-18',
      kind: 'race',
      distanceM: 5000,
      efforts: [
        { distanceM: 3000, seconds: 735 },
        { distanceM: 5000, seconds: 1200 },
      ],
    });
    const sheet = await readFacts(db, athlete, 'predictions', {}, now);
    const tenK = factOf(sheet, 'prediction.time', 'distance:10000');
    // 20:00 for 5 km: Riegel 41:42, Cameron 41:40, pace index 41:27.
    expect(tenK?.value).toBeGreaterThan(2480);
    expect(tenK?.value).toBeLessThan(2505);
    expect(tenK?.range?.[0]).toBeLessThan(tenK?.value ?? 0);
    expect(tenK?.from).toEqual([{ activityId: race.id, window: [0, 1200] }]);
    expect(factOf(sheet, 'threshold.pace')).toBeDefined();
  });

  it('leaves interrupted and downhill efforts out of predictions', async () => {
    await build.aRun(athlete, {
      day: '2026-11-01',
      kind: 'race',
      efforts: [
        { distanceM: 5000, seconds: 1000, netDropM: 100 },
        { distanceM: 3000, seconds: 600, interrupted: true },
      ],
    });
    const sheet = await readFacts(db, athlete, 'predictions', {}, now);
    expect(sheet.facts.filter((fact) => fact.metric === 'prediction.time')).toEqual([]);
    expect(sheet.gaps.length).toBeGreaterThan(0);
  });

  it('lists bests with the window they lie in', async () => {
    await build.aRun(athlete, { day: '2026-05-01', efforts: [{ distanceM: 1000, seconds: 250 }] });
    const best = await build.aRun(athlete, {
      day: '2026-06-01',
      efforts: [{ distanceM: 1000, seconds: 230 }],
    });
    const sheet = await readFacts(db, athlete, 'bests', { days: 365 }, now);
    expect(sheet.facts).toHaveLength(1);
    expect(sheet.facts[0]).toMatchObject({
      value: 230,
      from: [{ activityId: best.id, window: [0, 230] }],
    });
    const recent = await readFacts(db, athlete, 'bests', { days: 30 }, now);
    expect(recent.facts).toEqual([]);
  });

  it('suggests a day with its rule and facts, easy after a hard one', async () => {
    for (const day of ['02', '04', '06', '08', '10', '12', '14', '16'])
      await build.aRun(athlete, { day: `2026-11-${day}` });
    await build.aRun(athlete, { day: '2026-11-19', kind: 'interval', hard: true });
    const sheet = await readFacts(db, athlete, 'today', {}, now);
    expect(sheet.decisions[0]).toMatchObject({
      choice: 'recovery',
      rule: 'today/1:day-after-hard',
    });
    const because = sheet.decisions[0]?.because ?? [];
    expect(because.length).toBeGreaterThan(0);
    for (const id of because) expect(sheet.facts.map((fact) => fact.id)).toContain(id);
    expect(factOf(sheet, 'today.distance')?.range).toBeDefined();
  });

  it('never lets a lane that may not be derived from reach a sheet', async () => {
    await build.aRun(athlete, {
      day: '2026-11-19',
      lane: 'strava',
      distanceM: 77_777,
      kind: 'race',
      efforts: [{ distanceM: 5000, seconds: 1111 }],
    });
    await build.aRun(athlete, { day: '2026-11-17' });
    for (const [query, args] of [
      ['last-run', {}],
      ['week', { weeksBack: 0 }],
      ['weeks', { count: 4 }],
      ['bests', { days: 365 }],
      ['predictions', {}],
      ['today', {}],
    ] as const) {
      const sheet = await readFacts(db, athlete, query, args as never, now);
      expect(JSON.stringify(sheet)).not.toMatch(/77777|87777|1111\b/);
      expect(sheet.lanes).not.toContain('strava');
    }
  });
});
