import { createBullQueue } from '@evensplit/platform/bull-queue';
import { createLog } from '@evensplit/platform/log';
import { connectProducer } from '@evensplit/platform/queue-connection';
import { inRounds } from '@evensplit/scripts/model-sim';
import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { draftJobId, draftJobs } from '../src/briefing/catalogue.ts';
import { claimDraft, finishDraft, settleLostDrafts } from '../src/briefing/draft-row.ts';
import { writeDraft } from '../src/briefing/write-draft.ts';
import { briefingsOf, onBriefingStage, still, type BriefingStage } from './briefing-stage.ts';
import { until } from './clients.ts';
import type { Replica } from './replica.ts';
import { startProcess } from './start-process.ts';

/** Whatever happens to those who ask a model, it is asked once and paid for once. */
describe('the work on drafts of a model', () => {
  let world: BriefingStage;

  onBriefingStage((made) => void (world = made), {
    good: inRounds([{ say: 'You covered {{fact:activity.distance}}. Keep today easy.' }]),
  });

  /** The baseline's words, and an order that no job brings to anybody. */
  async function ordered(athleteId: string): Promise<void> {
    const plain = await world.still({});
    await briefingsOf(plain).order();
    await world.ready(athleteId);
    await plain.close();
    await world.stage.sql('INSERT INTO "BriefingDraft" ("athleteId") VALUES ($1)', [athleteId]);
  }

  /** As if so much time had passed that whoever had it must be gone. */
  const leaseRunsOut = (athleteId: string) =>
    world.stage.sql(
      `UPDATE "BriefingDraft" SET "leaseUntil" = now() - interval '1 second' WHERE "athleteId" = $1`,
      [athleteId],
    );

  it('asks once, however many jobs and beats ask on two replicas at the same time', async () => {
    const who = await world.willing();
    const replicas = [await world.still({ openai: 'good' }), await world.still({ openai: 'good' })];
    await Promise.all(replicas.map((one) => briefingsOf(one).order()));
    await world.untilDraft(who.id, ({ status }) => status === 'done');
    expect(world.sim.calls()).toHaveLength(1);

    await world.stage.closeReplicas();
    const other = await world.willing();
    await ordered(other.id);
    const workers = [await world.still({ openai: 'good' }), await world.still({ openai: 'good' })];
    world.sim.reset();
    const signal = new AbortController().signal;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => {
        const { deps } = workers[i % 2] as Replica;
        return writeDraft({ ...deps, timings: still }, other.id, signal);
      }),
    );
    const words = outcomes.map(({ outcome }) => outcome).toSorted();
    expect(words).toEqual([...Array<string>(19).fill('not_mine'), 'written']);
    expect(world.sim.calls()).toHaveLength(1);
    const draft = await world.draftOf(other.id);
    const spent = await world.usageOf(other.id);
    expect(spent.reserved).toBe(0);
    const calls = await world.stage.sql<{ tokens: number }>(
      `SELECT "promptTokens" + "completionTokens" AS tokens FROM "ModelCall" WHERE "athleteId" = $1`,
      [other.id],
    );
    expect(draft?.usedTokens).toBe(calls.at(-1)?.tokens);
    expect(spent.used).toBe(calls.reduce((sum, { tokens }) => sum + tokens, 0));
  }, 60_000);

  it('ends a try when the process has to go, and settles it', async () => {
    const who = await world.willing();
    const one = await world.still({ openai: 'drip-frames' });
    await briefingsOf(one).order();
    await until('the call', async () => (world.sim.calls()[0]?.bytesSent ?? 0) > 0);
    const { reserved } = await world.usageOf(who.id);
    expect(reserved).toBeGreaterThan(0);
    await one.shutDown();
    const draft = await world.untilDraft(who.id, ({ status }) => status === 'done');
    expect(draft).toMatchObject({ outcome: 'stopped', usedTokens: reserved, usageEstimated: true });
    expect(await world.usageOf(who.id)).toEqual({ used: reserved, reserved: 0 });
    await until('the close', async () => world.sim.calls()[0]?.closedAt ?? undefined);
    expect((await world.rowOf(who.id))?.writer).toBe('baseline');
  });

  it('lets a try end by itself while there is time', async () => {
    const who = await world.willing();
    const one = await world.still({ openai: 'good' });
    await briefingsOf(one).order();
    await until('the call', async () => world.sim.calls().length > 0);
    await briefingsOf(one).drain();
    expect(await world.draftOf(who.id)).toMatchObject({ status: 'done', outcome: 'written' });
  });

  it('is settled whole, and not asked again, when its process is killed in the middle', async () => {
    const who = await world.willing();
    const victim = await startProcess(world.stage, {
      ROLE: 'worker',
      COACH_PROVIDERS: 'openai',
      OPENAI_API_KEY: 'test-key',
      OPENAI_MODEL: 'sim-model',
      OPENAI_BASE_URL: `${world.sim.url}/drip-frames/v1`,
    });
    try {
      // Nothing is due until this process has looked: the first thing it does within a beat of 25 s.
      const orders = await world.still({ openai: 'good' });
      await briefingsOf(orders).drain();
      await briefingsOf(orders).order();
      await until('the call', async () => (world.sim.calls()[0]?.bytesSent ?? 0) > 0, 20_000);
    } finally {
      await victim.kill();
    }
    const { reserved } = await world.usageOf(who.id);
    const killed = await world.draftOf(who.id);
    expect(killed).toMatchObject({ status: 'writing', usedTokens: null, reservedTokens: reserved });

    const heir = await world.still({ openai: 'good' });
    await using connection = connectProducer(world.stage.queueUrl, {
      name: 'test',
      log: createLog({ service: 'test', level: 'silent' }),
    });
    const jobs = createBullQueue(connection, {
      name: 'briefing-drafts',
      prefix: '{coach}',
      jobs: draftJobs,
      log: createLog({ service: 'test', level: 'silent' }),
    });
    // The order was row 0; the claim raised it.
    const jobId = draftJobId({ athleteId: who.id, epoch: (killed?.runEpoch ?? 0) - 1 });
    await until(
      'the job to run again',
      async () => (await jobs.stateOf(jobId).catch(() => 'gone')) === 'completed',
      30_000,
    );
    expect(await world.draftOf(who.id)).toEqual(killed);
    expect(world.sim.calls()).toHaveLength(1);

    await leaseRunsOut(who.id);
    await briefingsOf(heir).order();
    const draft = await world.untilDraft(who.id, ({ status }) => status === 'done');
    expect(draft).toMatchObject({ outcome: 'lost', usedTokens: reserved, usageEstimated: true });
    expect(await world.usageOf(who.id)).toEqual({ used: reserved, reserved: 0 });

    await world.makeDue(who.id);
    await briefingsOf(heir).order();
    await sleep(500);
    expect(world.sim.calls()).toHaveLength(1);
    expect((await world.rowOf(who.id))?.writer).toBe('baseline');
  }, 90_000);

  it('takes nothing from a worker that wakes up late', async () => {
    const who = await world.willing();
    await ordered(who.id);
    const one = await world.still({ openai: 'good' });
    const before = await world.rowOf(who.id);
    const { db } = one.deps;
    const terms = { hash: 'h', tokens: 1000, cap: 5000, leaseMs: 60_000 };
    const claim = await claimDraft(db, who.id, terms);
    if (typeof claim === 'string') throw new Error(claim);
    await leaseRunsOut(who.id);
    expect(await settleLostDrafts(db)).toBe(1);
    expect(await settleLostDrafts(db)).toBe(0);
    const [{ inputsHash } = { inputsHash: '' }] = await world.stage.sql<{ inputsHash: string }>(
      'SELECT "inputsHash" FROM "Briefing" WHERE "athleteId" = $1',
      [who.id],
    );
    const late = await finishDraft(db, claim, {
      outcome: 'written',
      words: { text: 'Yesterday is for sleeping.', facts: [], writer: 'openai' },
      inputsHash,
      bill: { usedTokens: 7, estimated: false, calls: [] },
    });
    expect(late).toBe('lost');
    expect(await world.rowOf(who.id)).toEqual(before);
    expect(await world.usageOf(who.id)).toEqual({ used: 1000, reserved: 0 });
  });

  it('keeps words about facts that are no more from the page, and pays for them', async () => {
    const who = await world.willing();
    await ordered(who.id);
    const one = await world.still({ openai: 'good' });
    const before = await world.rowOf(who.id);
    const { db } = one.deps;
    const claim = await claimDraft(db, who.id, { hash: 'h', tokens: 9, cap: 50, leaseMs: 60_000 });
    if (typeof claim === 'string') throw new Error(claim);
    const outdated = await finishDraft(db, claim, {
      outcome: 'written',
      words: { text: 'Yesterday is for sleeping.', facts: [], writer: 'openai' },
      inputsHash: 'of other facts',
      bill: { usedTokens: 7, estimated: false, calls: [] },
    });
    expect(outdated).toBe('outdated');
    expect(await world.draftOf(who.id)).toMatchObject({ outcome: 'outdated', requestHash: 'h' });
    expect(await world.rowOf(who.id)).toEqual(before);
    expect(await world.usageOf(who.id)).toEqual({ used: 7, reserved: 0 });
  });

  it('gets a job again when its own is gone', async () => {
    const who = await world.willing();
    await ordered(who.id);
    const one = await world.still({ openai: 'good' });
    await world.stage.sql(
      `UPDATE "BriefingDraft" SET "queuedAt" = now() - interval '10 minutes' WHERE "athleteId" = $1`,
      [who.id],
    );
    await briefingsOf(one).order();
    const draft = await world.untilDraft(who.id, ({ status }) => status === 'done');
    expect(draft.outcome).toBe('written');
  });
});
