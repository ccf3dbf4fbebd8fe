import {
  renderFact,
  type DistanceUnits,
  type Fact,
  type FactQueryArgs,
  type FactQueryName,
} from '@evensplit/contracts';
import { createCoachDb } from '@evensplit/db';
import { openFacts } from '@evensplit/evidence';
import type { House } from './house.ts';
import { EVAL_NOW } from './now.ts';
import type { Seated } from './seat-athletes.ts';

/** What is so about one athlete: added up from the rows, and as the registry gives it when it is asked afresh. */
export type Truth = {
  athleteId: string;
  marker: string;
  activityIds: ReadonlySet<string>;
  /** `metric subject` → value, computed here from the rows of the activities. */
  sums: ReadonlyMap<string, number>;
  facts: ReadonlyMap<string, Fact>;
  /** What no model may hear of, by what it would be known by. */
  closed: Closed;
};

type Closed = { activityIds: ReadonlySet<string>; names: string[]; values: string[] };

type Row = {
  id: string;
  name: string;
  day: string;
  distanceM: number | null;
  movingS: number | null;
  elapsedS: number;
  avgHeartRate: number | null;
  lane: string | null;
};

const CLOSED = ['garmin', 'garmin_personal', 'strava'];

export async function readTruth(house: House, athlete: Seated): Promise<Truth> {
  const { athleteId, marker } = athlete;
  const rows = await house.sql<Row>(
    `SELECT a.id, a.name, to_char(a."localDate", 'YYYY-MM-DD') AS day, a."distanceM", a."movingS", a."elapsedS",
       a."avgHeartRate", s.lane
     FROM "Activity" a LEFT JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
     WHERE a."athleteId" = $1 AND a.sport = 'run'`,
    [athleteId],
  );
  const facts = await askRegistry(house, athleteId, rows);
  return {
    athleteId,
    marker,
    activityIds: new Set(rows.map(({ id }) => id)),
    sums: addUp(rows),
    facts,
    closed: findClosed(rows, [...facts.values()], athlete.units),
  };
}

/** Names and values that open data shares show nothing. */
function findClosed(rows: readonly Row[], facts: readonly Fact[], units: DistanceUnits): Closed {
  const isClosed = ({ lane }: Pick<Row, 'lane'>) => lane !== null && CLOSED.includes(lane);
  const activityIds = new Set(rows.filter(isClosed).map(({ id }) => id));
  const namesOf = (some: readonly Row[]) => new Set(some.map(({ name }) => name));
  const rests = (fact: Fact) =>
    fact.lanes.some((lane) => CLOSED.includes(lane)) ||
    fact.from.some(({ activityId }) => activityIds.has(activityId));
  const valuesOf = (some: readonly Fact[]) => new Set(some.map((fact) => renderFact(fact, units)));
  const open = valuesOf(facts.filter((fact) => !rests(fact)));
  const shared = namesOf(rows.filter((row) => !isClosed(row)));
  return {
    activityIds,
    names: [...namesOf(rows.filter(isClosed))].filter(
      (name) => !shared.has(name) && !/^(?:Morning|Midday|Afternoon|Evening|Night) run$/.test(name),
    ),
    // A value of three figures and a unit is somebody's; "2 runs" is everybody's.
    values: [...valuesOf(facts.filter(rests))].filter(
      (value) =>
        !open.has(value) &&
        /^\d+(?:\.\d+ (?:km|mi)|:\d\d:\d\d)$/.test(value) &&
        /\d.*\d.*\d/.test(value),
    ),
  };
}

/** What anybody can add up with a pencil. */
function addUp(rows: readonly Row[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, value: number | null) => {
    if (value !== null) sums.set(key, (sums.get(key) ?? 0) + value);
  };
  for (const row of rows) {
    add(`activity.distance activity:${row.id}`, row.distanceM);
    add(`activity.moving_time activity:${row.id}`, row.movingS);
    add(`activity.elapsed_time activity:${row.id}`, row.elapsedS);
    add(`activity.avg_heart_rate activity:${row.id}`, row.avgHeartRate);
    // Their terms let such runs be shown, and forbid to add them up.
    if (row.lane === 'strava') continue;
    const spans = {
      week: mondayOf(row.day),
      month: row.day.slice(0, 7),
      year: row.day.slice(0, 4),
    };
    for (const [span, subject] of Object.entries(spans)) {
      add(`${span}.distance ${span}:${subject}`, row.distanceM);
      add(`${span}.runs ${span}:${subject}`, 1);
      add(`${span}.moving_time ${span}:${subject}`, row.movingS);
    }
  }
  return sums;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Every question of the registry that an answer is likely to rest on, asked once more and by nobody's order. */
async function askRegistry(
  { database }: House,
  athleteId: string,
  rows: readonly Row[],
): Promise<Map<string, Fact>> {
  const db = createCoachDb({
    url: database.adminUrl,
    poolSize: 2,
    applicationName: 'evensplit-eval',
  });
  const facts = new Map<string, Fact>();
  try {
    const read = await openFacts(db, athleteId, EVAL_NOW);
    async function take<Q extends FactQueryName>(query: Q, args: FactQueryArgs[Q]): Promise<void> {
      for (const fact of (await read(query, args)).facts) facts.set(fact.id, fact);
    }
    for (const { id } of rows) await take('activity', { activityId: id });
    for (let back = 0; back <= 30; back += 1) await take('week', { weeksBack: back });
    for (let back = 0; back <= 14; back += 1) await take('month', { monthsBack: back });
    await take('weeks', { count: 12 });
    for (const days of [84, 90, 365, 36_600]) await take('bests', { days });
    await take('load', { days: 90 });
    await take('predictions', {});
    await take('today', {});
    await take('zones', { days: 28 });
    await take('training-paces', {});
    await take('readiness', {});
    await take('missing', { days: 90 });
  } finally {
    await db.$disconnect();
  }
  return facts;
}
