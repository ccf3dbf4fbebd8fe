import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { tempDir, type TempDir } from '@evensplit/local-parts/temp-dir';
import { buryJob } from '../src/jobs/bury-job.ts';
import { importFile } from '../src/jobs/import-file.ts';
import { reconcile } from '../src/jobs/reconcile.ts';
import type { ParserPool } from '../src/parse/parser-pool.ts';
import { oneRun } from './support/one-run.ts';
import { startIngest, type Ingest } from './support/start-ingest.ts';
import { waitFor } from '@evensplit/testkit/wait-for';
import { watchBatch } from './support/watch-batch.ts';

describe('the emergency brake', () => {
  let ingest: Ingest;
  beforeAll(async () => {
    ingest = await startIngest({ times: { reconcileMs: 60_000, switchesMs: 100 } });
  });
  afterAll(async () => {
    await ingest[Symbol.asyncDispose]();
  });

  it('keeps rows waiting and resumes them when it is released', async () => {
    const runner = await ingest.person();
    const { fit } = await oneRun({ startedAt: '2026-06-01T05:00:00Z' });
    await ingest.setting('system.ingestion_paused', true);
    await waitFor(
      'the brake',
      () => ingest.deps.control.setting('system.ingestion_paused') === true,
    );
    const { batchId, batch } = await runner.accepted([fit]);
    expect(batch.state).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const [row] = await ingest.db.importFile.findMany({ where: { batchId } });
    expect(row?.state).toBe('queued');
    expect(await ingest.deps.imports.stateOf(`import-${row?.id}`)).toBe('gone');
    await ingest.setting('system.ingestion_paused', false);
    const { batch: after } = await runner.done(batchId);
    expect(after.counts.imported).toBe(1);
  });
});

describe('the queue Redis is away', () => {
  let dir: TempDir;
  let redis: RedisPart;
  let ingest: Ingest;
  beforeAll(async () => {
    dir = await tempDir('ingest-redis');
    redis = await startRedis({ profile: 'test', dir: dir.path });
    ingest = await startIngest({ env: { REDIS_QUEUE_URL: redis.url, REDIS_CACHE_URL: redis.url } });
  });
  afterAll(async () => {
    await ingest[Symbol.asyncDispose]();
    await redis.stop();
    await dir.remove();
  });

  it('accepts the upload all the same, is not ready, and the reconciler delivers it later', async () => {
    const runner = await ingest.person();
    const { fit, gpx } = await oneRun({ startedAt: '2026-06-02T05:00:00Z' });
    const { port } = redis;
    await redis.stop();
    const before = performance.now();
    const { batchId, files } = await runner.accepted([fit]);
    expect(performance.now() - before).toBeLessThan(8000);
    expect(files[0]?.state).toBe('queued');
    using browser = await watchBatch(ingest.url, runner, batchId);
    await runner.accepted([gpx], batchId);
    await waitFor('word of the second file', () => browser.seen.at(-1)?.counts.total === 2);
    const health = await fetch(`${ingest.url}/health/ready`);
    expect(health.status).toBe(503);
    redis = await startRedis({ profile: 'test', dir: dir.path, port });
    await waitFor('the queue', async () => (await fetch(`${ingest.url}/health/ready`)).ok, 20_000);
    await reconcile(ingest.deps, 0);
    const { batch } = await runner.done(batchId, 30_000);
    expect(batch.counts).toMatchObject({ imported: 1, duplicate: 1 });
    // And what comes now goes the usual way.
    const { batchId: next } = await runner.accepted([{ ...gpx, name: 'again.gpx' }]);
    expect((await runner.done(next, 30_000)).batch.counts.duplicate).toBe(1);
  }, 90_000);
});

describe('a worker that dies or stalls', () => {
  let ingest: Ingest;
  beforeAll(async () => {
    // Nobody takes jobs here: the test is the worker.
    ingest = await startIngest();
    await ingest.setting('system.ingestion_paused', true);
    await waitFor(
      'the brake',
      () => ingest.deps.control.setting('system.ingestion_paused') === true,
    );
  });
  afterAll(async () => {
    await ingest[Symbol.asyncDispose]();
  });

  async function queuedFile(startedAt: string) {
    const runner = await ingest.person();
    const { fit } = await oneRun({ startedAt });
    const { files, batchId } = await runner.accepted([fit]);
    return { runner, batchId, fileId: files[0]?.id ?? '' };
  }

  it('leaves one run, written by its successor, when the first wakes up late', async () => {
    const { runner, fileId } = await queuedFile('2026-06-03T05:00:00Z');
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    const slow: ParserPool = {
      ...ingest.deps.parsers,
      async parse(target, signal) {
        const result = await ingest.deps.parsers.parse(target, signal);
        await asleep;
        return result;
      },
    };
    const first = importFile({ ...ingest.deps, parsers: slow }, fileId);
    await waitFor(
      'the first claim',
      async () =>
        (await ingest.db.importFile.findUniqueOrThrow({ where: { id: fileId } })).runEpoch === 1,
    );
    await importFile(ingest.deps, fileId);
    const after = await ingest.db.importFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(after).toMatchObject({ state: 'imported', runEpoch: 2 });
    wake();
    await first;
    expect(await ingest.db.importFile.findUniqueOrThrow({ where: { id: fileId } })).toEqual(after);
    expect(await ingest.db.activity.count({ where: { athleteId: runner.athleteId } })).toBe(1);
  });

  it('does nothing when a job runs again after its commit', async () => {
    const { runner, fileId } = await queuedFile('2026-06-04T05:00:00Z');
    await importFile(ingest.deps, fileId);
    const before = await ingest.db.activity.findMany({ where: { athleteId: runner.athleteId } });
    await importFile(ingest.deps, fileId);
    expect(await ingest.db.activity.findMany({ where: { athleteId: runner.athleteId } })).toEqual(
      before,
    );
  });

  it('runs again a file whose worker was killed while it parsed', async () => {
    const { runner, fileId } = await queuedFile('2026-06-05T05:00:00Z');
    const killed: ParserPool = {
      ...ingest.deps.parsers,
      parse: () => Promise.reject(new Error('killed')),
    };
    await expect(importFile({ ...ingest.deps, parsers: killed }, fileId)).rejects.toThrow('killed');
    expect(await ingest.db.importFile.findUniqueOrThrow({ where: { id: fileId } })).toMatchObject({
      state: 'processing',
    });
    await importFile(ingest.deps, fileId);
    expect(await ingest.db.activity.count({ where: { athleteId: runner.athleteId } })).toBe(1);
  });

  it('ends a file that always crashes its worker with a reason, and keeps the job for the operator', async () => {
    const { batchId, fileId, runner } = await queuedFile('2026-06-06T05:00:00Z');
    await buryJob(ingest.deps, {
      queue: 'imports',
      jobId: `import-${fileId}`,
      name: 'import-file',
      payload: { fileId },
      attempts: 1,
      errorClass: 'JobStalled',
      message: 'job stalled more than allowable limit',
    });
    const { batch, files } = await runner.done(batchId);
    expect(batch.counts.failed).toBe(1);
    expect(files[0]).toMatchObject({ state: 'failed', code: 'worker_crashed' });
    expect(await ingest.db.deadJob.findMany()).toMatchObject([
      { queue: 'imports', errorClass: 'JobStalled', ref: { fileId } },
    ]);
    await importFile(ingest.deps, fileId);
    expect(await ingest.db.activity.count({ where: { athleteId: runner.athleteId } })).toBe(0);
  });
});
