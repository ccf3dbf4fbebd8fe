import { freePort } from '@evensplit/local-parts/free-port';
import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { productTimings } from '../src/timings.ts';
import { brisk, onBriefingStage, type BriefingStage } from './briefing-stage.ts';
import { ask, getTurn, readSse, until } from './clients.ts';
import { startProcess } from './start-process.ts';

/** One image, two jobs: what a process does is what its role says, and nothing of the other. */
describe('the role of a process', () => {
  let world: BriefingStage;

  onBriefingStage((made) => void (world = made));

  it('web answers questions without any queue, and writes no briefing', async () => {
    const runner = await world.aRunner();
    const one = await world.stage.replica({
      env: { ROLE: 'web' },
      timings: productTimings,
      briefingTimings: brisk,
      queueUrl: `redis://127.0.0.1:${await freePort()}`,
    });
    const health = await fetch(`${one.url}/health/ready`);
    expect([health.status, ((await health.json()) as { checks: object }).checks]).toEqual([
      200,
      { postgres: 'ok', redis: 'ok' },
    ]);
    const { turnId } = await ask(one.url, runner, 'How is my week going?');
    await readSse(one.url, runner, turnId);
    expect((await getTurn(one.url, runner, turnId)).status).toBe('done');
    await sleep(400);
    expect(await world.rowOf(runner.id)).toBeUndefined();
    const metrics = await one.deps.metrics.registry.metrics();
    for (const name of ['coach_briefings_total', 'redis_errors_total{']) {
      expect(metrics).not.toContain(name);
    }
    await one.shutDown();
  });

  it('worker writes what is due, answers health and nobody, and leaves in order', async () => {
    const runner = await world.aRunner();
    await world.stage.sql(
      `INSERT INTO "Briefing" ("athleteId", "queuedAt") VALUES ($1, now() - interval '1 hour')`,
      [runner.id],
    );
    const worker = await startProcess(world.stage, { ROLE: 'worker' });
    let code: number | null;
    try {
      // Unlike one that answers, it is of no use before it has the queue.
      const health = await until('readiness', async () => {
        const answer = await fetch(`${worker.url}/health/ready`);
        return answer.ok && ((await answer.json()) as { checks: object });
      });
      expect(health.checks).toEqual({ postgres: 'ok', queue: 'ok' });
      for (const path of ['/v1/coach/conversations', '/v1/coach/socket.io']) {
        expect((await fetch(`${worker.url}${path}`)).status).toBe(404);
      }
      const turns = await fetch(`${worker.url}/v1/coach/turns`, { method: 'POST' });
      expect(turns.status).toBe(404);
      // Its first beat comes within 25 s.
      await until('the briefing', async () => (await world.rowOf(runner.id))?.text, 40_000);
      const metrics = await (await fetch(`${worker.metricsUrl}/metrics`)).text();
      expect(metrics).toMatch(/^coach_briefings_written_total\{writer="baseline".*\} 1$/m);
      expect(metrics).toMatch(/^queue_worker_alive\{queue="briefings".*\} 1$/m);
      expect(metrics).not.toContain('coach_turns_running');
    } finally {
      code = await worker.stop();
    }
    expect(code).toBe(0);
  }, 90_000);

  it('worker gives a try of a model up that does not end in time, and settles it', async () => {
    const runner = await world.aRunner();
    await world.agree(runner.id);
    const worker = await startProcess(world.stage, {
      ROLE: 'worker',
      COACH_PROVIDERS: 'openai',
      OPENAI_API_KEY: 'test-key',
      OPENAI_MODEL: 'sim-model',
      OPENAI_BASE_URL: `${world.sim.url}/drip-frames/v1`,
    });
    let stoppedAt = 0;
    let code: number | null;
    try {
      await until('the call', async () => (world.sim.calls()[0]?.bytesSent ?? 0) > 0, 40_000);
    } finally {
      stoppedAt = performance.now();
      code = await worker.stop();
    }
    // Whoever runs gets 15 s, and what is left at 25 s would be ended with 1.
    expect([code, performance.now() - stoppedAt > 14_000]).toEqual([0, true]);
    const draft = await world.draftOf(runner.id);
    expect(draft).toMatchObject({ status: 'done', outcome: 'stopped', usageEstimated: true });
    expect(draft?.usedTokens).toBe(draft?.reservedTokens);
    const usage = await world.stage.sql(
      'SELECT used, reserved FROM "Usage" WHERE "athleteId" = $1',
      [runner.id],
    );
    expect(usage).toEqual([{ used: draft?.usedTokens, reserved: 0 }]);
    expect((await world.rowOf(runner.id))?.writer).toBe('baseline');
  }, 120_000);
});
