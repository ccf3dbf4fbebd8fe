import { Fact } from '@evensplit/contracts';
import { createBullQueue } from '@evensplit/platform/bull-queue';
import { createLog } from '@evensplit/platform/log';
import { connectProducer } from '@evensplit/platform/queue-connection';
import { freePort } from '@evensplit/local-parts/free-port';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { tempDir, type TempDir } from '@evensplit/local-parts/temp-dir';
import { builders, type Builders } from '@evensplit/testkit/builders';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { claimBriefing, finishBriefing, giveUpBriefing } from '../src/briefing/briefing-row.ts';
import { productBriefingTimings, type BriefingTimings } from '../src/briefing/briefing-timings.ts';
import { briefingJobId, briefingJobs } from '../src/briefing/catalogue.ts';
import { writeBriefing } from '../src/briefing/write-briefing.ts';
import { ask, getTurn, readSse } from './clients.ts';
import { setStage, type Stage } from './replica.ts';
import { startProcess } from './start-process.ts';

/** A Friday noon in Berlin. */
const NOW = new Date('2026-11-20T11:00:00Z');

const silent = createLog({ service: 'test', level: 'silent' });

/** Nothing happens by itself: the test says when to look. */
const still: BriefingTimings = { ...productBriefingTimings, beat: 3_600_000 };
const brisk: BriefingTimings = { ...still, beat: 100, lease: 800, lost: 300 };

type Row = {
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

describe('briefings', () => {
  let stage: Stage;
  let build: Builders;

  beforeAll(async () => {
    stage = await setStage(() => NOW);
    build = builders(stage.database);
    // What was really written, seen from below: a row for each time somebody took the work up or wrote words.
    await stage.sql('CREATE TABLE seen (id uuid, what text)');
    await stage.sql(`CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        IF NEW.status = 'writing' THEN INSERT INTO seen VALUES (NEW."athleteId", 'taken'); END IF;
        IF NEW."writtenAt" IS DISTINCT FROM OLD."writtenAt" THEN
          INSERT INTO seen VALUES (NEW."athleteId", 'written');
        END IF;
        RETURN NULL;
      END $$`);
    await stage.sql(
      'CREATE TRIGGER note AFTER UPDATE ON "Briefing" FOR EACH ROW EXECUTE FUNCTION note()',
    );
  });
  afterEach(() => stage.closeReplicas());
  // Nobody of an earlier test is due in a later one.
  beforeEach(() => stage.sql('DELETE FROM "Athlete"'));
  afterAll(async () => {
    await build.close();
    await stage.close();
  });

  /** Somebody with a week of running, seen just now. */
  async function aRunner(): Promise<{ id: string; token: string }> {
    const who = await stage.athlete();
    for (const day of ['2026-11-10', '2026-11-15', '2026-11-17']) await build.aRun(who.id, { day });
    await build.aRun(who.id, { day: '2026-11-19', distanceM: 8000, movingS: 2400 });
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

  async function until(athleteId: string, holds: (row: Row) => boolean, limitMs = 10_000) {
    const end = performance.now() + limitMs;
    for (;;) {
      const row = await rowOf(athleteId);
      if (row && holds(row)) return row;
      if (performance.now() > end) throw new Error(`still ${JSON.stringify(row)}`);
      await sleep(20);
    }
  }
  const ready = (athleteId: string) => until(athleteId, ({ status }) => status === 'ready');

  async function count(athleteId: string, what: 'taken' | 'written'): Promise<number> {
    const rows = await stage.sql('SELECT 1 FROM seen WHERE id = $1 AND what = $2', [
      athleteId,
      what,
    ]);
    return rows.length;
  }

  const makeDue = (athleteId: string) =>
    stage.sql(
      `UPDATE "Briefing" SET "dueAt" = now() - interval '1 second' WHERE "athleteId" = $1`,
      [athleteId],
    );

  it('come from rows alone, a few sentences whose every number is a fact', async () => {
    const runner = await aRunner();
    await stage.replica({ briefingTimings: brisk });
    const row = await ready(runner.id);
    expect(row).toMatchObject({ writer: 'baseline', localDate: '2026-11-20' });
    const facts = row.facts.map((fact) => Fact.parse(fact));
    const marked = [...(row.text ?? '').matchAll(/\{\{([\w-]+)\}\}/g)].map(([, id]) => id);
    expect(new Set(marked)).toEqual(new Set(facts.map(({ id }) => id)));
    expect(row.text?.replaceAll(/\{\{[\w-]+\}\}/g, '…')).toMatch(
      /^Today is for [^.]+: about …, or … at your usual pace\. Yesterday’s easy run covered … in …, at … on average\. This week so far holds … in …; long-term load rose by … in seven days and is now …\.$/,
    );
    const value = (metric: string) => facts.find((fact) => fact.metric === metric)?.value;
    expect(value('activity.distance')).toBe(8000);
    expect(value('week.distance')).toBe(18_000);
    // Today's step is a rest day, and seven days ago 33 was stored.
    expect(value('load.ramp')).toBeCloseTo(39 * Math.exp(-1 / 42) - 33, 1);
  });

  it('are computed once, however many ask at the same time on however many replicas', async () => {
    const runner = await aRunner();
    const replicas = [
      await stage.replica({ briefingTimings: still }),
      await stage.replica({ briefingTimings: still }),
    ];
    const twenty = Array.from({ length: 10 }, () => replicas).flat();
    await Promise.all(twenty.map(({ deps }) => deps.briefings.order()));
    await ready(runner.id);
    await Promise.all(replicas.map((one) => one.deps.briefings.order()));
    await sleep(300);
    expect([await count(runner.id, 'taken'), await count(runner.id, 'written')]).toEqual([1, 1]);

    await Promise.all(replicas.map((one) => one.deps.briefings.drain()));
    await stage.sql(`UPDATE "Briefing" SET status = 'queued', "inputsHash" = NULL`);
    const outcomes = await Promise.all(
      twenty.map(({ deps }) => writeBriefing({ ...deps, timings: still }, runner.id)),
    );
    expect(outcomes.toSorted()).toEqual([...Array(19).fill('not_mine'), 'written']);
    expect(await count(runner.id, 'taken')).toBe(2);
  });

  it('are looked at again after a while, and not written again while the facts are the same', async () => {
    const runner = await aRunner();
    const { deps } = await stage.replica({ briefingTimings: still });
    await deps.briefings.order();
    const first = await ready(runner.id);
    await deps.briefings.order();
    expect(await rowOf(runner.id)).toEqual(first);
    expect((first.dueAt?.getTime() ?? 0) - (first.checkedAt?.getTime() ?? 0)).toBe(15 * 60_000);

    await makeDue(runner.id);
    await deps.briefings.order();
    const second = await until(runner.id, (row) => row.runEpoch > first.runEpoch && isReady(row));
    expect([second.text, second.writtenAt]).toEqual([first.text, first.writtenAt]);
    expect(second.checkedAt?.getTime()).toBeGreaterThan(first.checkedAt?.getTime() ?? 0);
    expect([await count(runner.id, 'taken'), await count(runner.id, 'written')]).toEqual([2, 1]);
  });

  it('follow a new run within a beat, once all of it is derived', async () => {
    const runner = await aRunner();
    await stage.replica({ briefingTimings: brisk });
    const first = await ready(runner.id);
    await derived(runner.id, '2026-11-20');
    await build.aRun(runner.id, { day: '2026-11-20', distanceM: 5000, movingS: 1500 });
    await sleep(400);
    expect((await rowOf(runner.id))?.runEpoch).toBe(first.runEpoch);
    await derived(runner.id);
    const second = await until(runner.id, (row) => row.text !== first.text);
    expect(second.text).toContain('You have run today already');
    expect(second.text).toContain('Today’s easy run covered');
  });

  it('follow a change of the profile', async () => {
    const runner = await aRunner();
    const { deps } = await stage.replica({ briefingTimings: still });
    await deps.briefings.order();
    const first = await ready(runner.id);
    await stage.sql(`UPDATE "Athlete" SET units = 'mi' WHERE id = $1`, [runner.id]);
    await deps.briefings.order();
    expect((await rowOf(runner.id))?.runEpoch).toBe(first.runEpoch);
    // In Auckland it is Saturday by now.
    await stage.sql(`UPDATE "Athlete" SET "timeZone" = 'Pacific/Auckland' WHERE id = $1`, [
      runner.id,
    ]);
    await deps.briefings.order();
    const second = await until(runner.id, (row) => row.localDate === '2026-11-21' && isReady(row));
    expect(second.text).toContain('Your last run was');
  });

  it('leave everybody else alone, and speak of nobody else', async () => {
    const [runner, other] = [await aRunner(), await aRunner()];
    const { deps } = await stage.replica({ briefingTimings: still });
    await deps.briefings.order();
    await ready(runner.id);
    const before = await ready(other.id);
    await build.aRun(runner.id, { day: '2026-11-20', distanceM: 5000 });
    await derived(runner.id);
    await deps.briefings.order();
    const mine = await until(runner.id, (row) => row.runEpoch > 1 && isReady(row));
    expect(await rowOf(other.id)).toEqual(before);
    const runs = await stage.sql<{ id: string }>(
      'SELECT id FROM "Activity" WHERE "athleteId" = $1',
      [runner.id],
    );
    const own = new Set(runs.map(({ id }) => id));
    const from = mine.facts.flatMap((fact) => Fact.parse(fact).from.map((one) => one.activityId));
    expect(from.length).toBeGreaterThan(5);
    expect(from.filter((id) => !own.has(id))).toEqual([]);
  });

  it('are kept ready for those who come here, not for those who left', async () => {
    const [left, back] = [await aRunner(), await aRunner()];
    const { deps } = await stage.replica({ briefingTimings: still });
    await deps.briefings.order();
    const [one, two] = [await ready(left.id), await ready(back.id)];
    await stage.sql(`UPDATE "Session" SET "lastSeenAt" = now() - interval '4 days'`);
    await makeDue(left.id);
    await makeDue(back.id);
    await deps.briefings.order();
    expect([(await rowOf(left.id))?.runEpoch, (await rowOf(back.id))?.runEpoch]).toEqual([
      one.runEpoch,
      two.runEpoch,
    ]);
    await stage.sql(`UPDATE "Session" SET "lastSeenAt" = now() WHERE "athleteId" = $1`, [back.id]);
    await deps.briefings.order();
    await until(back.id, (row) => row.runEpoch > two.runEpoch && isReady(row));
    expect((await rowOf(left.id))?.runEpoch).toBe(one.runEpoch);
  });

  it('stand still while the installation is read-only', async () => {
    const runner = await aRunner();
    const { deps } = await stage.replica({ briefingTimings: brisk });
    await ready(runner.id);
    await stage.sql(`INSERT INTO "SystemSetting" (key, value) VALUES ('system.readonly', 'true')`);
    const end = performance.now() + 5000;
    while (deps.control.setting('system.readonly') !== true && performance.now() < end) {
      await sleep(50);
    }
    await sleep(300);
    await makeDue(runner.id);
    const before = await rowOf(runner.id);
    await sleep(500);
    expect(await rowOf(runner.id)).toEqual(before);
    await stage.sql('DELETE FROM "SystemSetting"');
    await until(runner.id, (row) => row.runEpoch > (before?.runEpoch ?? 0) && isReady(row));
  });

  it('that fail keep what stood there and wait for the next look', async () => {
    const runner = await aRunner();
    const { deps } = await stage.replica({ briefingTimings: still });
    await deps.briefings.order();
    const first = await ready(runner.id);
    await deps.briefings.drain();
    await stage.sql('REVOKE SELECT ON "Lap", "ActivityMetric" FROM evensplit_coach');
    try {
      await makeDue(runner.id);
      await deps.briefings.order();
      await expect(writeBriefing({ ...deps, timings: still }, runner.id)).rejects.toThrow(
        'permission denied',
      );
      expect((await rowOf(runner.id))?.status).toBe('queued');
      await giveUpBriefing(deps, runner.id, 60_000);
      const after = await ready(runner.id);
      expect([after.text, after.checkedAt]).toEqual([first.text, first.checkedAt]);
      await deps.briefings.order();
      expect((await rowOf(runner.id))?.runEpoch).toBe(after.runEpoch);
    } finally {
      await stage.sql('GRANT SELECT ON "Lap", "ActivityMetric" TO evensplit_coach');
    }
  });

  describe('with the queue gone', () => {
    let dir: TempDir;
    let port: number;
    let redis: RedisPart | undefined;
    beforeAll(async () => {
      dir = await tempDir('coach-queue');
      port = await freePort();
    });
    afterAll(async () => {
      await redis?.stop();
      await dir.remove();
    });

    it('wait while the coach starts, is ready and answers; and come when it is there', async () => {
      const runner = await aRunner();
      const queueUrl = `redis://127.0.0.1:${port}`;
      const one = await stage.replica({ briefingTimings: brisk, queueUrl });
      await until(runner.id, ({ status }) => status === 'queued');
      const health = await fetch(`${one.url}/health/ready`);
      expect([health.status, ((await health.json()) as { checks: object }).checks]).toEqual([
        200,
        { postgres: 'ok', redis: 'ok', queue: 'failed' },
      ]);
      const { turnId } = await ask(one.url, runner, 'How is my week going?');
      await readSse(one.url, runner, turnId);
      expect((await getTurn(one.url, runner, turnId)).status).toBe('done');
      await sleep(500);
      expect((await rowOf(runner.id))?.status).toBe('queued');
      redis = await startRedis({ profile: 'test', dir: dir.path, port });
      await until(runner.id, ({ text }) => text !== null);

      // And when it goes away again, with everything in it.
      await redis.stop();
      redis = undefined;
      const before = await ready(runner.id);
      await derived(runner.id);
      await until(runner.id, ({ status }) => status === 'queued');
      redis = await startRedis({ profile: 'test', dir: dir.path, port });
      await until(runner.id, (row) => row.runEpoch > before.runEpoch && isReady(row));
    }, 40_000);
  });

  it('survive a worker that goes silent and wakes up late', async () => {
    const runner = await aRunner();
    const sleeper = await stage.replica({ briefingTimings: still });
    await sleeper.deps.briefings.drain();
    await stage.sql('INSERT INTO "Briefing" ("athleteId") VALUES ($1)', [runner.id]);
    const claim = await claimBriefing(sleeper.deps, runner.id, 400);
    expect(claim).toBeDefined();
    // It never had a job, as if Redis had forgotten it.
    await stage.replica({ briefingTimings: brisk });
    const row = await ready(runner.id);
    expect(await count(runner.id, 'written')).toBe(1);
    const late = await finishBriefing(sleeper.deps, claim as NonNullable<typeof claim>, {
      found: 'new',
      text: 'Yesterday is for sleeping.',
      facts: [],
      writer: 'baseline',
      day: '2026-11-20',
      inputsHash: 'x',
      dueInMs: 1000,
    });
    expect([late, await rowOf(runner.id)]).toEqual([false, row]);
  });

  it('survive the process that writes them being killed', async () => {
    const runner = await aRunner();
    await using connection = connectProducer(stage.queueUrl, { name: 'test', log: silent });
    const jobs = createBullQueue(connection, {
      name: 'briefings',
      prefix: '{coach}',
      jobs: briefingJobs,
      log: silent,
    });
    await stage.sql('INSERT INTO "Briefing" ("athleteId") VALUES ($1)', [runner.id]);
    // Whoever reads loads now waits for us, in the middle of the work.
    const holder = new pg.Client({ connectionString: stage.database.adminUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE "DailyLoad" IN ACCESS EXCLUSIVE MODE');
    const victim = await startProcess(stage);
    try {
      const order = { athleteId: runner.id, epoch: 0 };
      await jobs.add('brief', { athleteId: runner.id }, { jobId: briefingJobId(order) });
      await until(runner.id, ({ status }) => status === 'writing', 20_000);
    } finally {
      await victim.kill();
      await holder.end();
    }
    expect((await rowOf(runner.id))?.status).toBe('writing');
    await stage.replica({ briefingTimings: brisk });
    const row = await until(runner.id, isReady, 30_000);
    expect(row.text).toContain('This week so far holds');
    expect(await count(runner.id, 'written')).toBe(1);
  }, 60_000);
});

function isReady(row: Row): boolean {
  return row.status === 'ready';
}
