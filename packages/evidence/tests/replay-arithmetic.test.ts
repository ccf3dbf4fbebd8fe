import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factQueryArgs, factQueryNames, replayWorkings, type Fact } from '@evensplit/contracts';
import { createCoachDb, createIngestDb, type CoachDb, type IngestDb } from '@evensplit/db';
import { builders, type Builders } from '@evensplit/testkit/builders';
import { testDatabase, type TestDatabase } from '@evensplit/testkit/database';
import { readFacts } from '../src/index.ts';
import { metricNames } from '../src/metrics.ts';

/** Friday 20 November 2026, morning in Berlin. */
const now = new Date('2026-11-20T08:00:00Z');

/** Worked out here from other values: a sum, a mean, a comparison. Their receipts must give them again. */
const DERIVED =
  /^(week|month|year)\.(distance|moving_time|longest_run|load|ascent|distance_(mean|vs_mean|same_days|change))$|^activity\.pace$|^compare\.|^similar\.(pace|heart_rate|efficiency)$|^zones\.(time|share|covered)$|^load\.(balance|ramp)$|^today\.(distance|duration)$/;
/** A count of runs is its own receipt: `n` says of how many. */
const COUNTED =
  /^(week|month|year|similar|data)\.(runs|without_heart_rate|without_route|without_load)$/;
/** Days between two days of the calendar. */
const CALENDAR =
  /days_(since|left)|^today\.(missed_days|streak_days|days_run_in_7|usual_days_per_week)/;
/** Readings of a run, and what a named method of the training package makes of many inputs; or words. */
const READ_OR_MODELLED =
  /^(activity|lap|effort|heart|pace|prediction|index|threshold|memory)\.|^zones\.(heart_rate|pace)$|^load\.(long_term|recent)$|^similar\.\w+_difference$|^today\.(hard_in_7|longest_30d|usual_distance|last_6_days|load_ratio)$/;

/** Always the same numbers, so that a failure can be looked at. */
function* pseudoRandom(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

describe('receipts that can be worked out again', () => {
  let database: TestDatabase;
  let db: CoachDb;
  let ingest: IngestDb;
  let build: Builders;
  const sheets: { query: string; facts: Fact[] }[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    db = createCoachDb({ url: database.urls.coach, poolSize: 2, applicationName: 'test' });
    ingest = createIngestDb({ url: database.urls.ingest, poolSize: 1, applicationName: 'test' });
    build = builders(database);
    for (const seed of [1, 2]) await readEverything(seed);
    // Some four hundred runs are written one by one.
  }, 120_000);
  afterAll(async () => {
    await build.close();
    await db.$disconnect();
    await ingest.$disconnect();
    await database.drop();
  });

  /** Four hundred days of running up to the day before yesterday, and every question of the registry about them. */
  async function readEverything(seed: number): Promise<void> {
    const athlete = await build.anAthlete({ birthYear: 1986 });
    const random = pseudoRandom(seed);
    const next = () => random.next().value;
    const ids: string[] = [];
    for (let back = 400; back >= 2; back -= 1 + Math.floor(next() * 4)) {
      const day = new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);
      const distanceM = 4000 + next() * 12_000;
      const run = await build.aRun(athlete, {
        day,
        distanceM,
        movingS: distanceM * (0.27 + next() * 0.1),
        kind: 'easy',
        hard: false,
        avgHeartRate: 120 + Math.round(next() * 40),
        load: 20 + next() * 80,
        metrics: [
          { metric: 'activity.efficiency', value: 1 + next() * 0.5, unit: 'm/beat' },
          { metric: 'activity.grade_adjusted_pace', value: 280 + next() * 60, unit: 's/km' },
          { metric: 'activity.load', value: 20 + next() * 80, unit: 'load' },
        ],
      });
      ids.push(run.id);
      await ingest.activity.update({ where: { id: run.id }, data: { ascentM: next() * 300 } });
      const seconds = [next() * 600, next() * 1800, next() * 900];
      await ingest.activityMetric.create({
        data: {
          activityId: run.id,
          athleteId: athlete,
          metric: 'activity.heart_rate_zones',
          value: seconds.reduce((a, b) => a + b, 0),
          unit: 's',
          method: 'edwards-zones/1',
          extra: {
            zones: seconds.map((one, zone) => ({
              zone: String(zone),
              label: 'zone',
              seconds: one,
            })),
          },
        },
      });
    }
    for (let back = 60; back >= 0; back--) {
      const day = new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);
      await build.aLoadDay(athlete, day, {
        load: next() * 90,
        longTerm: 30 + next() * 20,
        recent: 25 + next() * 40,
      });
    }
    const [activityId = '', withActivityId = ''] = ids.slice(-2);
    const given: Record<string, object[]> = {
      activity: [{ activityId }],
      'similar-runs': [{ activityId }],
      compare: [{ activityId, withActivityId }, { weeksBack: 0 }, { weeksBack: 1 }],
      month: [{ monthsBack: 0 }, { monthsBack: 2 }],
      week: [{ weeksBack: 0 }, { weeksBack: 3 }],
      zones: [{ days: 28 }, { days: 3660 }],
    };
    for (const query of factQueryNames)
      for (const args of given[query] ?? [{}]) {
        const { facts } = await readFacts(
          db,
          athlete,
          query,
          factQueryArgs[query].parse(args) as never,
          now,
        );
        sheets.push({ query, facts });
      }
  }

  const derived = () =>
    sheets.flatMap(({ query, facts }) =>
      facts.filter(({ metric }) => DERIVED.test(metric)).map((fact) => ({ query, fact })),
    );

  it('give every derived value again', () => {
    const wrong = derived().filter(({ fact: { value, workings } }) => {
      const replayed = workings ? replayWorkings(workings) : null;
      return replayed === null || Math.abs(replayed - value) > 1e-9 * Math.max(1, Math.abs(value));
    });
    expect(wrong).toEqual([]);
    console.log(
      `${derived().length} derived facts of ${new Set(derived().map(({ fact }) => fact.metric)).size} metrics worked out again`,
    );
  });

  it('are there for every kind of derived value that the registry knows', () => {
    const seen = new Set(derived().map(({ fact }) => fact.metric));
    expect(metricNames.filter((name) => DERIVED.test(name) && !seen.has(name))).toEqual([]);
  });

  it('say of every metric which kind it is', () => {
    const kinds = [DERIVED, COUNTED, CALENDAR, READ_OR_MODELLED];
    expect(metricNames.filter((name) => !kinds.some((kind) => kind.test(name)))).toEqual([]);
  });

  it('count as many runs as they say', () => {
    const counts = sheets.flatMap(({ facts }) => facts.filter((fact) => COUNTED.test(fact.metric)));
    expect(counts.length).toBeGreaterThan(10);
    expect(counts.filter(({ value, n }) => value !== n)).toEqual([]);
  });

  it('stay small', () => {
    const sizes = derived().map(({ fact }) => fact.workings?.of.length ?? 0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });
});
