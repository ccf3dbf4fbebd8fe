import { inRounds } from '@evensplit/scripts/model-sim';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { allowModel } from '../src/model/allow-model.ts';
import { AppError } from '@evensplit/platform/app-error';
import { askCoach } from '../src/turns/ask-coach.ts';
import { ask, getTurn, until } from './clients.ts';
import { answerOf, setModelStage, type ModelStage } from './model-stage.ts';
import { quick, type Replica } from './replica.ts';

const DAY = new Date('2026-11-20');
/** A hundred at once wait for a connection no longer than the product lets them, however busy the machine is. */
const roomy = { DB_POOL: 12 };

describe('tokens of one athlete and day', () => {
  let world: ModelStage;

  beforeAll(async () => {
    world = await setModelStage({
      short: inRounds([{ call: 'last-run', args: {} }], [{ say: '{{fact:activity.distance}}.' }]),
    });
  });
  afterAll(() => world.close());

  const usageOf = async (athleteId: string) => {
    const [row] = await world.stage.sql<{ used: number; reserved: number }>(
      `SELECT used, reserved FROM "Usage" WHERE "athleteId" = $1`,
      [athleteId],
    );
    return row ?? { used: 0, reserved: 0 };
  };

  it('are never reserved past the cap by 100 turns that begin at once', async () => {
    const [one, two] = [
      await world.replica({ openai: 'short' }, roomy),
      await world.replica({ openai: 'short' }, roomy),
    ];
    const who = await world.runner();
    const question = { athleteId: who.id, conversationId: randomUUID(), text: 'Hello?', day: DAY };
    const allow = (deps: typeof one.deps, dailyTokens: number) =>
      deps.db.$transaction((tx) => allowModel({ ...deps.modelUse, dailyTokens }, tx, question), {
        maxWait: 20_000,
        timeout: 20_000,
      });
    const first = await allow(one.deps, 1_000_000);
    if (first.model !== 'allowed') throw new Error('the first turn was denied');
    const each = first.reservedTokens;
    const cap = Math.floor(each * 7.5);
    const rest = await Promise.all(
      Array.from({ length: 100 }, (_, i) => allow((i % 2 ? one : two).deps, cap)),
    );
    expect(rest.filter(({ model }) => model === 'allowed')).toHaveLength(6);
    expect(rest.filter(({ model }) => model === 'denied')).toHaveLength(94);
    expect(await usageOf(who.id)).toEqual({ used: 0, reserved: 7 * each });
    await world.stage.closeReplicas();
  });

  it('are settled by what was used: 100 turns over two replicas stay below the cap', async () => {
    const someone = await world.runner();
    const alone = await world.replica({ openai: 'short' });
    const { id } = await answerOf(alone, someone, 'How far did I run?');
    const [row] = await world.stage.sql<{ reservedTokens: number; usedTokens: number }>(
      `SELECT "reservedTokens", "usedTokens" FROM "Turn" WHERE id = $1`,
      [id],
    );
    // Room for one reservation beside what some twenty turns use.
    const cap = (row?.reservedTokens ?? 0) + 20 * (row?.usedTokens ?? 0);
    const env = { ...roomy, COACH_DAILY_TOKENS: cap };
    const replicas = [
      await world.replica({ openai: 'short' }, env),
      await world.replica({ openai: 'short' }, env),
    ];
    const who = await world.runner();
    let left = 100;
    let highest = 0;

    // Past the HTTP routes and their limit of requests; the engine still runs two turns of an athlete at a time.
    async function keepAsking(worker: number): Promise<void> {
      const deps = replicas[worker % 2]?.deps;
      while (deps && left > 0) {
        left -= 1;
        const key = randomUUID();
        await until('room for a turn', () => startOnce(deps, key), 60_000);
      }
    }
    async function startOnce(deps: Replica['deps'], key: string): Promise<boolean> {
      const { used, reserved } = await usageOf(who.id);
      highest = Math.max(highest, used + reserved);
      try {
        return (await askCoach(deps, who.id, { text: 'How far did I run?' }, key)).isNew;
      } catch (error) {
        if (error instanceof AppError && error.code === 'turn_limit') return false;
        throw error;
      }
    }
    await Promise.all(Array.from({ length: 6 }, (_, worker) => keepAsking(worker)));
    await Promise.all(replicas.map(({ deps }) => deps.running.idle()));

    const ended = await world.stage.sql<{ status: string; writer: string; answer: string }>(
      `SELECT status::text AS status, writer, answer FROM "Turn" WHERE "athleteId" = $1`,
      [who.id],
    );
    expect(ended.filter(({ status }) => status === 'done')).toHaveLength(100);
    const byModel = ended.filter(({ writer }) => writer === 'openai');
    const denied = ended.filter(({ answer }) =>
      answer.startsWith('What the language model may do'),
    );
    expect(byModel.length).toBeGreaterThan(3);
    expect(denied.length).toBeGreaterThan(3);
    expect(byModel.length + denied.length).toBe(100);
    expect(highest).toBeLessThanOrEqual(cap);

    const [sum] = await world.stage.sql<{ tokens: number; calls: number }>(
      `SELECT sum(t."usedTokens")::int AS tokens,
         (SELECT sum("promptTokens" + "completionTokens")::int FROM "ModelCall" WHERE "athleteId" = $1) AS calls
       FROM "Turn" t WHERE t."athleteId" = $1`,
      [who.id],
    );
    const usage = await usageOf(who.id);
    expect(usage.reserved).toBe(0);
    expect(usage.used).toBe(sum?.tokens);
    expect(usage.used).toBe(sum?.calls);
    await world.stage.closeReplicas();
  }, 90_000);

  it('count whole when the replica that spent them is gone', async () => {
    const gone = await world.replica({ openai: 'drip-frames' }, {}, { timings: quick });
    const heir = await world.replica({ openai: 'short' });
    const who = await world.runner();
    const { turnId } = await ask(gone.url, who, 'How far did I run?');
    await until('the call', async () => world.sim.calls().some(({ bytesSent }) => bytesSent > 0));
    const { reserved } = await usageOf(who.id);
    expect(reserved).toBeGreaterThan(0);
    await gone.abandon();
    await until('the end', async () => (await getTurn(heir.url, who, turnId)).status === 'error');
    expect(await usageOf(who.id)).toEqual({ used: reserved, reserved: 0 });
    // The owner that woke up again has nothing to settle any more.
    for (const turn of gone.deps.running.list()) turn.abort({ kind: 'stop' });
    await gone.deps.running.idle();
    expect(await usageOf(who.id)).toEqual({ used: reserved, reserved: 0 });
    await world.stage.closeReplicas();
  });
});
