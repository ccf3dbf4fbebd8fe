import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { productProviderTimings } from '../src/providers/provider-timings.ts';
import { ask, endsOf, getTurn, readSse, textOf } from './clients.ts';
import { setModelStage, type ModelStage } from './model-stage.ts';

describe('permission that ends while a model speaks', () => {
  let world: ModelStage;
  beforeAll(async () => {
    world = await setModelStage({ plain: () => [{ say: 'Keep your running easy. '.repeat(20) }] });
  });
  afterEach(() => world.stage.closeReplicas());
  afterAll(() => world.close());

  it.each([
    ['a consent', /^You have withdrawn your consent/],
    ['a switch', /^The language model is switched off/],
  ])(
    '%s: nothing more is read, what was said is taken back, the baseline answers',
    async (what, remark) => {
      const patient = { providerTimings: productProviderTimings };
      // Two hundred characters, then nothing.
      const at = { openai: 'stall-after-40', gemini: 'ok' };
      const one = await world.replica(at, { OPENAI_MODEL: 'plain' }, patient);
      const who = await world.runner();
      world.sim.reset();
      const { turnId } = await ask(one.url, who, 'How far did I run this week?');
      const spoke = Promise.withResolvers<void>();
      const reading = readSse(one.url, who, turnId, {
        onEvent({ type }) {
          if (type === 'delta') spoke.resolve();
        },
      });
      await spoke.promise;
      const closedAt = Date.now();
      if (what === 'a switch') await world.stage.set(one, 'coach.llm', false);
      else {
        await world.stage.sql(`UPDATE "Consent" SET "withdrawnAt" = now() WHERE "athleteId" = $1`, [
          who.id,
        ]);
      }
      const { events } = await reading;
      const turn = await getTurn(one.url, who, turnId);
      expect(turn).toMatchObject({ status: 'done', writer: 'baseline' });
      expect(turn.text).toMatch(remark);
      expect(turn.text).not.toContain('Keep');
      expect(textOf(events)).toBe(turn.text);
      expect(endsOf(events)).toHaveLength(1);
      expect(world.sim.calls()).toEqual([expect.objectContaining({ aborted: true })]);
      const letGo = (world.sim.calls()[0]?.closedAt ?? Infinity) - closedAt;
      expect(letGo).toBeLessThan(6000);
      await world.stage.sql(`DELETE FROM "SystemSetting" WHERE key LIKE 'coach.%'`);
    },
    30_000,
  );
});
