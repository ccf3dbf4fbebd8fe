import { CoachPreview } from '@evensplit/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wordsIn } from '../src/guardrails/words.ts';
import { call } from './clients.ts';
import { answerOf, setModelStage, type Athlete, type ModelStage } from './model-stage.ts';
import type { Replica } from './replica.ts';

const { minor } = wordsIn.en.remark;

describe('an athlete whose profile says under eighteen', () => {
  let world: ModelStage;
  let one: Replica;
  let runner: Athlete;

  beforeAll(async () => {
    world = await setModelStage({ calm: () => [{ say: 'You ran well and evenly.' }] });
    one = await world.replica({ openai: 'calm' });
    runner = await world.runner();
    await bornIn(runner, new Date().getUTCFullYear() - 16);
  });
  afterAll(() => world.close());

  const bornIn = (who: Athlete, year: number) =>
    world.stage.sql(`UPDATE "Athlete" SET "birthYear" = $2 WHERE id = $1`, [who.id, year]);

  it('is told once in a conversation who decides, and then simply answered', async () => {
    const first = await answerOf(one, runner, 'How was my last run?');
    expect(first.text).toBe(`${minor}\n\nYou ran well and evenly.`);
    const second = await answerOf(one, runner, 'And the one before?', first.conversationId);
    expect(second.text).toBe('You ran well and evenly.');
  });

  it('gets no plan, and no model is asked for one', async () => {
    world.sim.reset();
    const turn = await answerOf(one, runner, 'Make me a training plan for a marathon');
    expect(turn).toMatchObject({
      status: 'done',
      writer: 'baseline',
      text: wordsIn.en.answer.minor.join('\n\n'),
    });
    expect(world.sim.calls()).toEqual([]);
  });

  it('is known to the model as what it is, and nobody else is', async () => {
    const system = async (who: Athlete) => {
      const { body } = await call(one.url, who, 'GET', '/preview?question=How%20was%20it');
      return CoachPreview.parse(body).system;
    };
    expect(await system(runner)).toContain('The athlete is under eighteen');
    expect(await system(await world.runner())).not.toContain('under eighteen');
    const grown = await world.runner();
    await bornIn(grown, 1985);
    expect(await system(grown)).not.toContain('under eighteen');
    expect((await answerOf(one, grown, 'How was my last run?')).text).not.toContain(minor);
  });
});
