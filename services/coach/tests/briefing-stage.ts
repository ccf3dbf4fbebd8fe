import type { Scenario } from '@evensplit/scripts/model-sim';
import { builders, type RunGiven } from '@evensplit/testkit/builders';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { productBriefingTimings, type BriefingTimings } from '../src/briefing/briefing-timings.ts';
import type { Briefings } from '../src/briefing/start-briefings.ts';
import type { Deps } from '../src/deps.ts';
import type { Env } from '../src/env.ts';
import type { ProviderTimings } from '../src/providers/provider-timings.ts';
import { fastTimings } from '../test/sim-providers.ts';
import { setModelStage } from './model-stage.ts';
import type { Replica } from './replica.ts';

/** Nothing happens by itself: the test says when to look. */
export const still: BriefingTimings = { ...productBriefingTimings, beat: 3_600_000 };
export const brisk: BriefingTimings = { ...still, beat: 100, lease: 800, lost: 300 };

/** A busy machine must not look like a silent provider where silence is not the subject. */
const patient: ProviderTimings = {
  ...fastTimings,
  headers: 10_000,
  firstContent: 10_000,
  betweenContent: 10_000,
};

export type Row = {
  athleteId: string;
  status: string;
  runEpoch: number;
  text: string | null;
  facts: unknown[];
  writer: string | null;
  localDate: string | null;
  writtenAt: Date | null;
  checkedAt: Date | null;
  dueAt: Date | null;
};

export type DraftRow = {
  status: string;
  runEpoch: number;
  outcome: string | null;
  requestHash: string | null;
  reservedTokens: number;
  usedTokens: number | null;
  usageEstimated: boolean;
};

/** A coach whose briefings are looked at from below: rows, and what was really written into them. */
async function setBriefingStage(scenarios: Record<string, Scenario> = {}) {
  const world = await setModelStage(scenarios);
  const { stage } = world;
  const build = builders(stage.database);
  // A row for each time somebody took the work up or wrote words.
  await stage.sql('CREATE TABLE seen (id uuid, what text, writer text)');
  await stage.sql(`CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF NEW.status = 'writing' THEN INSERT INTO seen VALUES (NEW."athleteId", 'taken', NULL); END IF;
      IF NEW."writtenAt" IS DISTINCT FROM OLD."writtenAt" THEN
        INSERT INTO seen VALUES (NEW."athleteId", 'written', NEW.writer);
      END IF;
      RETURN NULL;
    END $$`);
  await stage.sql(
    'CREATE TRIGGER note AFTER UPDATE ON "Briefing" FOR EACH ROW EXECUTE FUNCTION note()',
  );

  /** Somebody with a week of running, seen just now. */
  async function aRunner(last: RunGiven = {}): Promise<{ id: string; token: string }> {
    const who = await stage.athlete();
    for (const day of ['2026-11-10', '2026-11-15', '2026-11-17']) await build.aRun(who.id, { day });
    await build.aRun(who.id, { day: '2026-11-19', distanceM: 8000, movingS: 2400, ...last });
    for (let day = 10; day <= 19; day += 1) {
      await build.aLoadDay(who.id, `2026-11-${day}`, { load: 50, longTerm: 20 + day, recent: 40 });
    }
    await derived(who.id);
    return who;
  }

  /** As ingest leaves it behind. */
  async function derived(athleteId: string, dirtyFrom: string | null = null): Promise<void> {
    await stage.sql(
      `INSERT INTO "AthleteModel" ("athleteId", "loadDirtyFrom", "updatedAt") VALUES ($1, $2, clock_timestamp())
       ON CONFLICT ("athleteId") DO UPDATE SET "loadDirtyFrom" = $2, "updatedAt" = clock_timestamp()`,
      [athleteId, dirtyFrom],
    );
  }

  async function rowOf(athleteId: string): Promise<Row | undefined> {
    const rows = await stage.sql<Row>(
      `SELECT *, "localDate"::text AS "localDate" FROM "Briefing" WHERE "athleteId" = $1`,
      [athleteId],
    );
    return rows[0];
  }

  async function draftOf(athleteId: string): Promise<DraftRow | undefined> {
    const rows = await stage.sql<DraftRow>('SELECT * FROM "BriefingDraft" WHERE "athleteId" = $1', [
      athleteId,
    ]);
    return rows[0];
  }

  async function until(athleteId: string, holds: (row: Row) => boolean, limitMs = 15_000) {
    return eventually(() => rowOf(athleteId), holds, limitMs);
  }

  async function untilDraft(
    athleteId: string,
    holds: (row: DraftRow) => boolean,
    limitMs = 15_000,
  ): Promise<DraftRow> {
    return eventually(() => draftOf(athleteId), holds, limitMs);
  }

  async function count(athleteId: string, what: 'taken' | 'written'): Promise<number> {
    const rows = await stage.sql('SELECT 1 FROM seen WHERE id = $1 AND what = $2', [
      athleteId,
      what,
    ]);
    return rows.length;
  }

  /** Who wrote what has been on the page, one after the other. */
  async function writersOf(athleteId: string): Promise<string[]> {
    const rows = await stage.sql<{ writer: string }>(
      `SELECT writer FROM seen WHERE id = $1 AND what = 'written' ORDER BY ctid`,
      [athleteId],
    );
    return rows.map(({ writer }) => writer);
  }

  const makeDue = (athleteId: string) =>
    stage.sql(
      `UPDATE "Briefing" SET "dueAt" = now() - interval '1 second' WHERE "athleteId" = $1`,
      [athleteId],
    );

  /** Somebody whose briefings a model may write. */
  async function willing(last: RunGiven = {}): Promise<{ id: string; token: string }> {
    const who = await aRunner(last);
    await world.agree(who.id);
    return who;
  }

  /** Looks once, and waits for what came of the model's try. */
  async function tryOnce(one: Replica, athleteId: string): Promise<DraftRow> {
    await briefingsOf(one).order();
    return untilDraft(athleteId, ({ status }) => status === 'done');
  }

  async function lookAgain(one: Replica, athleteId: string): Promise<Row> {
    const before = (await rowOf(athleteId))?.runEpoch ?? 0;
    await makeDue(athleteId);
    await briefingsOf(one).order();
    const row = await until(athleteId, (now) => now.runEpoch > before && isReady(now));
    // A try that was ordered by this look is under way or over by then.
    await sleep(150);
    return row;
  }

  async function usageOf(athleteId: string): Promise<{ used: number; reserved: number }> {
    const [row] = await stage.sql<{ used: number; reserved: number }>(
      'SELECT used, reserved FROM "Usage" WHERE "athleteId" = $1',
      [athleteId],
    );
    return row ?? { used: 0, reserved: 0 };
  }

  const ledgerOf = (athleteId: string) =>
    stage.sql<Record<string, unknown>>(
      `SELECT "turnId", provider, step, attempt, "errorCode", "promptVersion", "promptTokens", "completionTokens"
       FROM "ModelCall" WHERE "athleteId" = $1 ORDER BY "startedAt"`,
      [athleteId],
    );

  return {
    ...world,
    /** A replica that looks when it is told to, with models at these addresses of the sim. */
    still: (at: Parameters<typeof world.replica>[0], env: Partial<Env> = {}) =>
      world.replica(at, env, { briefingTimings: still, providerTimings: patient }),
    willing,
    tryOnce,
    lookAgain,
    usageOf,
    ledgerOf,
    build,
    aRunner,
    derived,
    rowOf,
    draftOf,
    until,
    untilDraft,
    ready: (athleteId: string) => until(athleteId, isReady),
    count,
    writersOf,
    makeDue,
    async close() {
      await build.close();
      await world.close();
    },
  };
}

export type BriefingStage = Awaited<ReturnType<typeof setBriefingStage>>;

/** One stage for a file of tests: nobody of an earlier test is due in a later one, and no replica outlives its test. */
export function onBriefingStage(
  enter: (world: BriefingStage) => void,
  scenarios: Record<string, Scenario> = {},
): void {
  let world: BriefingStage;
  beforeAll(async () => {
    world = await setBriefingStage(scenarios);
    enter(world);
  });
  beforeEach(async () => {
    await world.stage.sql('DELETE FROM "Athlete"');
    world.sim.reset();
  });
  afterEach(() => world.stage.closeReplicas());
  afterAll(() => world.close());
}

export function isReady(row: Row): boolean {
  return row.status === 'ready';
}

/** Of a replica that has them. */
export function briefingsOf({ deps }: { deps: Pick<Deps, 'briefings'> }): Briefings {
  if (!deps.briefings) throw new Error('this replica writes no briefings');
  return deps.briefings;
}

async function eventually<T>(
  read: () => Promise<T | undefined>,
  holds: (row: T) => boolean,
  limitMs: number,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const row = await read();
    if (row && holds(row)) return row;
    if (performance.now() > end) throw new Error(`still ${JSON.stringify(row)}`);
    await sleep(20);
  }
}
