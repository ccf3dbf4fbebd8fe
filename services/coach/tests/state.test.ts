import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from './clients.ts';
import { answerOf, setModelStage, type Athlete, type ModelStage } from './model-stage.ts';
import type { Replica } from './replica.ts';

describe('who would answer the next question', () => {
  let world: ModelStage;
  beforeAll(async () => {
    world = await setModelStage();
  });
  afterAll(() => world.close());

  async function stateOf(one: Replica, who: Athlete): Promise<unknown> {
    const { status, body } = await call(one.url, who, 'GET', '/state');
    expect(status).toBe(200);
    return body;
  }

  it('is nobody else where no model is configured or agreed to, and a model where both are', async () => {
    const without = await world.replica({});
    const agreed = await world.runner();
    const not = await world.runner({ consent: false });
    expect(await stateOf(without, agreed)).toEqual({ model: 'not_configured', resetsAt: null });
    const one = await world.replica({ openai: 'ok' });
    expect(await stateOf(one, not)).toEqual({ model: 'no_consent', resetsAt: null });
    expect(await stateOf(one, agreed)).toEqual({ model: 'asked', resetsAt: null });
  });

  it('knows a spent budget, and when the next one begins, and the answer says the same', async () => {
    const poor = await world.replica({ openai: 'ok' }, { COACH_DAILY_TOKENS: 2000 });
    const who = await world.runner();
    expect(await stateOf(poor, who)).toEqual({
      model: 'budget_spent',
      resetsAt: '2026-11-21T00:00:00.000Z',
    });
    const turn = await answerOf(poor, who, 'How far did I run?');
    expect([turn.writer, turn.text]).toEqual(['baseline', expect.stringMatching(/is used up/)]);
    const rich = await world.replica({ openai: 'ok' });
    expect(await stateOf(rich, who)).toMatchObject({ model: 'asked' });
  });

  it('takes nothing for asking', async () => {
    const one = await world.replica({ openai: 'ok' });
    const who = await world.runner();
    await stateOf(one, who);
    expect(await world.stage.sql(`SELECT 1 FROM "Usage" WHERE "athleteId" = $1`, [who.id])).toEqual(
      [],
    );
  });

  it('knows the switch of the operator', async () => {
    const one = await world.replica({ openai: 'ok' });
    const who = await world.runner();
    await world.stage.set(one, 'coach.llm', false);
    expect(await stateOf(one, who)).toEqual({ model: 'switched_off', resetsAt: null });
  });

  it('knows that nothing may be changed, with a model and without', async () => {
    const one = await world.replica({});
    const who = await world.runner();
    expect(await stateOf(one, who)).not.toHaveProperty('readOnly');
    await world.stage.set(one, 'system.readonly', true);
    expect(await stateOf(one, who)).toMatchObject({ model: 'not_configured', readOnly: true });
  });
});
