import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { factQueryArgs, factQueryNames, type FactSheet } from '@evensplit/contracts';
import { createCoachDb, createIngestDb, type CoachDb, type IngestDb } from '@evensplit/db';
import { builders, type Builders } from '@evensplit/testkit/builders';
import { testDatabase, type TestDatabase } from '@evensplit/testkit/database';
import { factOf, readFacts } from '../src/index.ts';

/** Friday 20 November 2026, morning in Berlin. */
const now = new Date('2026-11-20T08:00:00Z');

const byMaximum = (seconds: number[]) =>
  seconds.map((one, zone) => ({ zone: String(zone), label: `zone ${zone}`, seconds: one }));

describe('questions about months, comparisons, zones, paces and what is missing', () => {
  let database: TestDatabase;
  let db: CoachDb;
  let ingest: IngestDb;
  let build: Builders;
  let athlete: string;

  beforeAll(async () => {
    database = await testDatabase();
    db = createCoachDb({ url: database.urls.coach, poolSize: 2, applicationName: 'test' });
    ingest = createIngestDb({ url: database.urls.ingest, poolSize: 1, applicationName: 'test' });
    build = builders(database);
  });
  afterAll(async () => {
    await build.close();
    await db.$disconnect();
    await ingest.$disconnect();
    await database.drop();
  });
  beforeEach(async () => {
    athlete = await build.anAthlete();
  });

  const sheetOf = (query: (typeof factQueryNames)[number], args: object = {}) =>
    readFacts(db, athlete, query, args as never, now);

  async function aZonedRun(day: string, method: string, seconds: number[], lane = 'file') {
    const run = await build.aRun(athlete, { day, lane });
    await ingest.activityMetric.create({
      data: {
        activityId: run.id,
        athleteId: athlete,
        metric: 'activity.heart_rate_zones',
        value: seconds.reduce((a, b) => a + b, 0),
        unit: 's',
        method,
        extra: { zones: byMaximum(seconds) },
      },
    });
    return run;
  }

  it('sums a month, and sets a running one against the same days of the month before', async () => {
    await build.aRun(athlete, { day: '2025-12-31', distanceM: 99_000 });
    await build.aRun(athlete, { day: '2026-03-01', distanceM: 10_000 });
    await build.aRun(athlete, { day: '2026-10-20', distanceM: 20_000 });
    await build.aRun(athlete, { day: '2026-10-21', distanceM: 50_000 });
    await build.aRun(athlete, { day: '2026-11-01', distanceM: 10_000 });
    await build.aRun(athlete, { day: '2026-11-20', distanceM: 15_000, load: null });
    const sheet = await sheetOf('month', { monthsBack: 0 });
    expect(factOf(sheet, 'month.distance', 'month:2026-11')).toMatchObject({
      value: 25_000,
      n: 2,
      lanes: ['file'],
    });
    expect(factOf(sheet, 'month.distance', 'month:2026-10')?.value).toBe(70_000);
    expect(factOf(sheet, 'month.distance_same_days')?.value).toBe(20_000);
    expect(factOf(sheet, 'month.distance_change')).toMatchObject({
      value: 25,
      arithmetic: '25.0 km ÷ 20.0 km − 1',
    });
    expect(factOf(sheet, 'year.distance', 'year:2026')?.value).toBe(105_000);
    expect(factOf(sheet, 'month.load', 'month:2026-11')).toBeUndefined();
    expect(sheet.gaps).toContainEqual(
      expect.objectContaining({ why: '1 of 2 runs in 2026-11 had no run load.' }),
    );

    const before = await sheetOf('month', { monthsBack: 1 });
    expect(factOf(before, 'month.distance', 'month:2026-10')?.value).toBe(70_000);
    expect(factOf(before, 'month.distance_change')).toBeUndefined();
    expect(factOf(before, 'year.distance')?.value).toBe(80_000);
    const december = await sheetOf('month', { monthsBack: 11 });
    expect(factOf(december, 'year.distance', 'year:2025')?.value).toBe(99_000);
  });

  it('says which kind of nothing an empty month is', async () => {
    await build.aRun(athlete, { day: '2026-09-10' });
    expect((await sheetOf('month', { monthsBack: 1 })).gaps[0]).toMatchObject({
      state: 'not_done',
      why: 'No run is recorded in 2026-10.',
    });
    expect((await sheetOf('month', { monthsBack: 6 })).gaps[0]).toMatchObject({
      state: 'missing',
      why: 'The history begins after 2026-05.',
    });
  });

  it('compares two runs with the differences, and says what is not known for both', async () => {
    const efficiency = (value: number) => [{ metric: 'activity.efficiency', value }];
    const one = await build.aRun(athlete, {
      day: '2026-11-18',
      distanceM: 12_000,
      movingS: 3600,
      avgHeartRate: 150,
      metrics: efficiency(1.4),
    });
    const other = await build.aRun(athlete, {
      day: '2026-11-11',
      distanceM: 10_000,
      movingS: 3100,
      avgHeartRate: null,
      metrics: efficiency(1.3),
    });
    const sheet = await sheetOf('compare', { activityId: one.id, withActivityId: other.id });
    expect(factOf(sheet, 'activity.pace', `activity:${one.id}`)?.value).toBe(300);
    expect(factOf(sheet, 'activity.pace', `activity:${other.id}`)?.value).toBe(310);
    expect(factOf(sheet, 'compare.pace')).toMatchObject({
      value: -10,
      from: [{ activityId: one.id }, { activityId: other.id }],
    });
    expect(factOf(sheet, 'compare.distance')?.value).toBeCloseTo(20);
    expect(factOf(sheet, 'compare.efficiency')).toMatchObject({ quality: 'estimated' });
    expect(factOf(sheet, 'compare.heart_rate')).toBeUndefined();
    expect(sheet.gaps).toContainEqual(expect.objectContaining({ metric: 'compare.heart_rate' }));
    expect(sheet.runs.map((run) => run.activityId).sort()).toEqual([one.id, other.id].sort());
  });

  it("compares with nobody else's run", async () => {
    const mine = await build.aRun(athlete, { day: '2026-11-18' });
    const theirs = await build.aRun(await build.anAthlete(), { distanceM: 77_777 });
    for (const ids of [
      { activityId: mine.id, withActivityId: theirs.id },
      { activityId: theirs.id, withActivityId: mine.id },
    ]) {
      const sheet = await sheetOf('compare', ids);
      expect(sheet.facts.filter((fact) => fact.metric.startsWith('compare.'))).toEqual([]);
      expect(JSON.stringify(sheet)).not.toContain('77777');
    }
    expect((await sheetOf('similar-runs', { activityId: theirs.id })).facts).toEqual([]);
    expect(factQueryArgs.compare.safeParse({ activityId: mine.id }).success).toBe(false);
  });

  it('sets this week against the same weekdays of the last', async () => {
    await build.aRun(athlete, { day: '2026-11-10', distanceM: 10_000 });
    await build.aRun(athlete, { day: '2026-11-15', distanceM: 30_000 });
    await build.aRun(athlete, { day: '2026-11-17', distanceM: 12_000 });
    const sheet = await sheetOf('compare', { weeksBack: 0 });
    expect(factOf(sheet, 'week.distance', 'week:2026-11-09')?.value).toBe(40_000);
    expect(factOf(sheet, 'week.distance_same_days')?.value).toBe(10_000);
    expect(factOf(sheet, 'compare.distance')?.value).toBeCloseTo(20);
    const complete = await sheetOf('compare', { weeksBack: 1 });
    expect(complete.gaps).toContainEqual(expect.objectContaining({ metric: 'week.distance' }));
    expect(factOf(complete, 'compare.distance')).toBeUndefined();
  });

  it('finds similar runs by class and distance, and compares easy ones only', async () => {
    for (const [i, movingS] of [3000, 3060, 3120].entries())
      await build.aRun(athlete, { day: `2026-10-0${i + 1}`, movingS, avgHeartRate: 145 + i });
    await build.aRun(athlete, { day: '2026-10-05', distanceM: 16_000 });
    await build.aRun(athlete, { day: '2026-10-06', kind: 'tempo' });
    await build.aRun(athlete, { day: '2026-10-07', lane: 'strava', movingS: 2000 });
    const run = await build.aRun(athlete, { day: '2026-11-18', movingS: 2940, avgHeartRate: 140 });
    await build.aRun(athlete, { day: '2026-11-19', movingS: 2500 });
    const sheet = await sheetOf('similar-runs', { activityId: run.id });
    expect(factOf(sheet, 'similar.runs')?.value).toBe(3);
    expect(factOf(sheet, 'similar.pace')).toMatchObject({ value: 306, n: 3, method: 'median/1' });
    expect(factOf(sheet, 'similar.pace_difference')).toMatchObject({ method: 'compare-runs/1' });
    expect(factOf(sheet, 'similar.pace_difference')?.value).toBeCloseTo(-12, 6);
    const range = factOf(sheet, 'similar.pace_difference')?.range ?? [0, 0];
    expect(range[0]).toBeLessThan(-12);
    expect(range[1]).toBeGreaterThan(-12);
    expect(factOf(sheet, 'similar.heart_rate_difference')?.value).toBe(-6);
    expect(sheet.gaps).toContainEqual(
      expect.objectContaining({ metric: 'similar.efficiency_difference' }),
    );

    const race = await build.aRun(athlete, { day: '2026-11-16', kind: 'race', hard: true });
    const hard = await sheetOf('similar-runs', { activityId: race.id });
    expect(factOf(hard, 'similar.runs')?.value).toBe(0);
    expect(factOf(hard, 'similar.pace_difference')).toBeUndefined();
    expect(hard.gaps).toContainEqual(
      expect.objectContaining({ why: expect.stringContaining('only easy runs') }),
    );
  });

  it('adds up zones of one method, with every run that has none counted', async () => {
    await aZonedRun('2026-11-18', 'edwards-zones/1', [0, 600, 1800, 600, 0, 0]);
    await aZonedRun('2026-11-10', 'edwards-zones/1', [0, 0, 0, 0, 300, 300]);
    await aZonedRun('2026-11-09', 'friel-run-zones/1', [0, 900]);
    await aZonedRun('2026-11-08', 'edwards-zones/1', [7777], 'strava');
    await build.aRun(athlete, { day: '2026-11-07', avgHeartRate: null });
    await build.aRun(athlete, { day: '2026-09-01' });
    const sheet = await sheetOf('zones', { days: 28 });
    expect(factOf(sheet, 'zones.covered')?.value).toBe(3600);
    const window = 'days:28 day:2026-11-20';
    expect(factOf(sheet, 'zones.share', `zone:2 ${window}`)).toMatchObject({
      value: 50,
      unit: '%',
      n: 2,
      method: 'edwards-zones/1',
      label: 'Zone 2, zone 2, share',
    });
    expect(sheet.gaps).toContainEqual(
      expect.objectContaining({ why: expect.stringMatching(/^2 of 4 runs/) }),
    );
    expect(sheet.gaps).toContainEqual(expect.objectContaining({ metric: 'zones.heart_rate' }));
    expect(sheet.gaps).toContainEqual(expect.objectContaining({ metric: 'zones.pace' }));
  });

  it("derives zone limits from the athlete's maximum, or threshold, and threshold pace", async () => {
    await build.aRun(athlete, {
      day: '2026-11-01',
      kind: 'race',
      distanceM: 5000,
      efforts: [{ distanceM: 5000, seconds: 1200 }],
    });
    await ingest.athleteModel.create({
      data: { athleteId: athlete, maxHeartRate: 190, maxHeartRateMethod: 'observed-max/1' },
    });
    const byMax = await sheetOf('zones', { days: 28 });
    expect(factOf(byMax, 'heart.maximum')?.value).toBe(190);
    expect(factOf(byMax, 'zones.heart_rate', 'zone:2')?.range).toEqual([114, 132]);
    expect(factOf(byMax, 'zones.heart_rate', 'zone:5')).toMatchObject({
      range: [171, 190],
      flags: ['everything above belongs to it'],
    });
    const threshold = factOf(byMax, 'threshold.pace')?.value ?? 0;
    const fourth = factOf(byMax, 'zones.pace', 'zone:4')?.range ?? [0, 0];
    expect(fourth[0]).toBeGreaterThan(threshold - 1);
    expect(fourth[1]).toBeLessThan(threshold * 1.05 + 1);

    await ingest.athleteModel.update({
      where: { athleteId: athlete },
      data: { thresholdHeartRate: 170 },
    });
    const byThreshold = await sheetOf('zones', { days: 28 });
    expect(factOf(byThreshold, 'zones.heart_rate', 'zone:4')?.range).toEqual([162, 169]);
  });

  it('gives training paces with their bands from a race, and says why not without one', async () => {
    await build.aRun(athlete, {
      day: '2026-11-01',
      kind: 'race',
      efforts: [{ distanceM: 5000, seconds: 1200 }],
    });
    const sheet = await sheetOf('training-paces');
    // 20:00 for 5 km is a pace index of 49.8: T 4:15–4:20, I 3:53–3:58 by the book.
    const pace = (name: string) => factOf(sheet, `pace.${name}`)?.value ?? 0;
    expect(pace('threshold')).toBeGreaterThan(252);
    expect(pace('threshold')).toBeLessThan(262);
    expect(pace('interval')).toBeLessThan(pace('threshold'));
    expect(pace('repetition')).toBeLessThan(pace('interval'));
    expect(pace('easy')).toBeGreaterThan(pace('marathon'));
    for (const name of ['easy', 'marathon', 'threshold', 'interval', 'repetition'])
      expect(factOf(sheet, `pace.${name}`)?.range).toBeDefined();

    athlete = await build.anAthlete();
    await build.aRun(athlete, { day: '2026-11-01' });
    const none = await sheetOf('training-paces');
    expect(none.facts).toEqual([]);
    expect(none.gaps[0]?.why).toMatch(/No uninterrupted effort/);
  });

  it('tells what is known before a hard run, and names every silent signal; never a score', async () => {
    for (let day = 10; day <= 18; day++)
      await build.aLoadDay(athlete, `2026-11-${day}`, { load: 60, longTerm: 40, recent: 50 });
    await build.aRun(athlete, { day: '2026-11-17', kind: 'interval', hard: true });
    await build.aRun(athlete, { day: '2026-11-18' });
    const sheet = await sheetOf('readiness');
    expect(factOf(sheet, 'today.days_since_hard')?.value).toBe(3);
    expect(factOf(sheet, 'today.days_since_run')?.value).toBe(2);
    const load = await sheetOf('load', { days: 30 });
    expect(factOf(sheet, 'load.balance')).toEqual(factOf(load, 'load.balance'));
    expect(sheet.decisions).toMatchObject([
      { choice: 'unknown', rule: 'readiness/1:fewer-than-two-known' },
    ]);
    expect(sheet.gaps.map((gap) => gap.metric)).toEqual(
      expect.arrayContaining(['readiness.check_in', 'readiness.hrv', 'readiness.sleep']),
    );
    expect(sheet.facts.map((fact) => fact.metric).filter((one) => /score/.test(one))).toEqual([]);
  });

  it('counts what runs, profile and uploads lack', async () => {
    await build.aRun(athlete, { day: '2026-11-18', avgHeartRate: null });
    await build.aRun(athlete, { day: '2026-11-17', load: null });
    await build.aRun(athlete, { day: '2026-11-16', lane: 'strava', avgHeartRate: null });
    await build.aRun(athlete, { day: '2026-05-01', avgHeartRate: null });
    const sheet = await sheetOf('missing', { days: 90 });
    const value = (metric: string) => factOf(sheet, metric)?.value;
    expect(value('data.runs')).toBe(2);
    expect(value('data.without_heart_rate')).toBe(1);
    expect(value('data.without_load')).toBe(1);
    expect(value('data.without_route')).toBe(0);
    expect(sheet.gaps.map((gap) => gap.metric)).toEqual(
      expect.arrayContaining(['profile.maxHeartRate', 'profile.sex', 'data.days_since_upload']),
    );
    const recent = await sheetOf('missing', { days: 7 });
    expect(factOf(recent, 'data.runs')?.value).toBe(2);
    const none = await readFacts(db, athlete, 'missing', { days: 7 }, new Date('2027-03-01'));
    expect(none.gaps[0]).toMatchObject({ state: 'not_done' });
  });

  it('answers every question for nobody and for a run that is not there, without a fact', async () => {
    const activityId = randomUUID();
    for (const query of factQueryNames) {
      const needsRun = query === 'activity' || query === 'similar-runs';
      const args = factQueryArgs[query].parse(needsRun ? { activityId } : {});
      const sheet: FactSheet = await sheetOf(query, args);
      expect(sheet.facts).toEqual([]);
      expect(sheet.gaps.length).toBeGreaterThan(0);
    }
  });

  it('lets no lane that may not be derived from into a sheet', async () => {
    const hidden = await build.aRun(athlete, {
      day: '2026-11-19',
      lane: 'strava',
      distanceM: 77_777,
      movingS: 23_456,
      hard: true,
      efforts: [{ distanceM: 5000, seconds: 1111 }],
    });
    const open = await build.aRun(athlete, { day: '2026-11-18' });
    for (const [query, args] of [
      ['month', { monthsBack: 0 }],
      ['compare', { weeksBack: 0 }],
      ['compare', { activityId: open.id, withActivityId: hidden.id }],
      ['similar-runs', { activityId: open.id }],
      ['zones', { days: 28 }],
      ['training-paces', {}],
      ['readiness', {}],
      ['missing', { days: 90 }],
    ] as const) {
      const sheet = await sheetOf(query, args);
      expect(JSON.stringify(sheet.facts)).not.toMatch(/77777|87777|23456|1111\b/);
      expect(JSON.stringify(sheet.facts)).not.toContain(hidden.id);
      expect(sheet.lanes).not.toContain('strava');
    }
  });
});
