import { createBullQueue } from '@evensplit/platform/bull-queue';
import { createLog } from '@evensplit/platform/log';
import { connectProducer } from '@evensplit/platform/queue-connection';
import { freePort } from '@evensplit/local-parts/free-port';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { tempDir, type TempDir } from '@evensplit/local-parts/temp-dir';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { claimBriefing, finishBriefing, giveUpBriefing } from '../src/briefing/briefing-row.ts';
import { briefingJobId, briefingJobs } from '../src/briefing/catalogue.ts';
import { writeBriefing } from '../src/briefing/write-briefing.ts';
import {
  brisk,
  briefingsOf,
  isReady,
  onBriefingStage,
  still,
  type BriefingStage,
} from './briefing-stage.ts';
import { ask, getTurn, readSse } from './clients.ts';
import { startProcess } from './start-process.ts';

const silent = createLog({ service: 'test', level: 'silent' });
const nowhere = { add: async () => undefined };

describe('the work on briefings', () => {
  let world: BriefingStage;

  onBriefingStage((made) => void (world = made));

  it('are computed once, however many ask at the same time on however many replicas', async () => {
    const runner = await world.aRunner();
    const replicas = [
      await world.stage.replica({ briefingTimings: still }),
      await world.stage.replica({ briefingTimings: still }),
    ];
    const twenty = Array.from({ length: 10 }, () => replicas).flat();
    await Promise.all(twenty.map((one) => briefingsOf(one).order()));
    await world.ready(runner.id);
    await Promise.all(replicas.map((one) => briefingsOf(one).order()));
    await sleep(300);
    expect([
      await world.count(runner.id, 'taken'),
      await world.count(runner.id, 'written'),
    ]).toEqual([1, 1]);

    await Promise.all(replicas.map((one) => briefingsOf(one).drain()));
    await world.stage.sql(`UPDATE "Briefing" SET status = 'queued', "inputsHash" = NULL`);
    const outcomes = await Promise.all(
      twenty.map(({ deps }) =>
        writeBriefing({ ...deps, timings: still, drafts: nowhere }, runner.id),
      ),
    );
    expect(outcomes.toSorted()).toEqual([...Array(19).fill('not_mine'), 'written']);
    expect(await world.count(runner.id, 'taken')).toBe(2);
  });

  it('that fail keep what stood there and wait for the next look', async () => {
    const runner = await world.aRunner();
    const { deps } = await world.stage.replica({ briefingTimings: still });
    await briefingsOf({ deps }).order();
    const first = await world.ready(runner.id);
    await briefingsOf({ deps }).drain();
    await world.stage.sql('REVOKE SELECT ON "Lap", "ActivityMetric" FROM evensplit_coach');
    try {
      await world.makeDue(runner.id);
      await briefingsOf({ deps }).order();
      await expect(
        writeBriefing({ ...deps, timings: still, drafts: nowhere }, runner.id),
      ).rejects.toThrow('permission denied');
      expect((await world.rowOf(runner.id))?.status).toBe('queued');
      await giveUpBriefing(deps, runner.id, 60_000);
      const after = await world.ready(runner.id);
      expect([after.text, after.checkedAt]).toEqual([first.text, first.checkedAt]);
      await briefingsOf({ deps }).order();
      expect((await world.rowOf(runner.id))?.runEpoch).toBe(after.runEpoch);
    } finally {
      await world.stage.sql('GRANT SELECT ON "Lap", "ActivityMetric" TO evensplit_coach');
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
      const runner = await world.aRunner();
      const queueUrl = `redis://127.0.0.1:${port}`;
      const one = await world.stage.replica({ briefingTimings: brisk, queueUrl });
      await world.until(runner.id, ({ status }) => status === 'queued');
      const health = await fetch(`${one.url}/health/ready`);
      expect([health.status, ((await health.json()) as { checks: object }).checks]).toEqual([
        200,
        { postgres: 'ok', redis: 'ok', queue: 'failed' },
      ]);
      const { turnId } = await ask(one.url, runner, 'How is my week going?');
      await readSse(one.url, runner, turnId);
      expect((await getTurn(one.url, runner, turnId)).status).toBe('done');
      await sleep(500);
      expect((await world.rowOf(runner.id))?.status).toBe('queued');
      redis = await startRedis({ profile: 'test', dir: dir.path, port });
      await world.until(runner.id, ({ text }) => text !== null);

      // And when it goes away again, with everything in it.
      await redis.stop();
      redis = undefined;
      const before = await world.ready(runner.id);
      await world.derived(runner.id);
      await world.until(runner.id, ({ status }) => status === 'queued');
      redis = await startRedis({ profile: 'test', dir: dir.path, port });
      await world.until(runner.id, (row) => row.runEpoch > before.runEpoch && isReady(row));
    }, 40_000);
  });

  it('survive a worker that goes silent and wakes up late', async () => {
    const runner = await world.aRunner();
    const sleeper = await world.stage.replica({ briefingTimings: still });
    await briefingsOf(sleeper).drain();
    await world.stage.sql('INSERT INTO "Briefing" ("athleteId") VALUES ($1)', [runner.id]);
    const claim = await claimBriefing(sleeper.deps, runner.id, 400);
    expect(claim).toBeDefined();
    // It never had a job, as if Redis had forgotten it.
    await world.stage.replica({ briefingTimings: brisk });
    const row = await world.ready(runner.id);
    expect(await world.count(runner.id, 'written')).toBe(1);
    const late = await finishBriefing(sleeper.deps, claim as NonNullable<typeof claim>, {
      found: 'new',
      text: 'Yesterday is for sleeping.',
      facts: [],
      writer: 'baseline',
      day: '2026-11-20',
      inputsHash: 'x',
      dueInMs: 1000,
    });
    expect([late, await world.rowOf(runner.id)]).toEqual([false, row]);
  });

  it('survive the process that writes them being killed', async () => {
    const runner = await world.aRunner();
    await using connection = connectProducer(world.stage.queueUrl, { name: 'test', log: silent });
    const jobs = createBullQueue(connection, {
      name: 'briefings',
      prefix: '{coach}',
      jobs: briefingJobs,
      log: silent,
    });
    await world.stage.sql('INSERT INTO "Briefing" ("athleteId") VALUES ($1)', [runner.id]);
    // Whoever reads loads now waits for us, in the middle of the work.
    const holder = new pg.Client({ connectionString: world.stage.database.adminUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE "DailyLoad" IN ACCESS EXCLUSIVE MODE');
    const victim = await startProcess(world.stage);
    try {
      const order = { athleteId: runner.id, epoch: 0 };
      await jobs.add('brief', { athleteId: runner.id }, { jobId: briefingJobId(order) });
      await world.until(runner.id, ({ status }) => status === 'writing', 20_000);
    } finally {
      await victim.kill();
      await holder.end();
    }
    expect((await world.rowOf(runner.id))?.status).toBe('writing');
    await world.stage.replica({ briefingTimings: brisk });
    const row = await world.until(runner.id, isReady, 30_000);
    expect(row.text).toContain('This week so far holds');
    expect(await world.count(runner.id, 'written')).toBe(1);
  }, 60_000);
});
