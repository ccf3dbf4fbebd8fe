import { Fact } from '@evensplit/contracts';
import { inRounds } from '@evensplit/scripts/model-sim';
import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { briefingsOf, onBriefingStage, still, type BriefingStage } from './briefing-stage.ts';
import { breaks, refusals, silences } from './fault-cases.ts';

/** Whatever a model says or fails to say, the page has whole sentences that are true. */
describe('a model that is asked for a briefing in vain', () => {
  let world: BriefingStage;

  onBriefingStage((made) => void (world = made), {
    good: inRounds([{ say: 'Yesterday you covered {{fact:activity.distance}}. Keep today easy.' }]),
    bare: () => [{ say: 'Keep most of your running easy.' }],
    endless: () => [
      { say: 'You covered {{fact:activity.distance}}. ' },
      { say: 'On. '.repeat(400) },
    ],
    caller: () => [{ call: 'last-run', args: {} }],
    braces: () => [{ say: '# You **ran** {{fact:activity.distance}} } { `well`.' }],
  });

  it.each([
    ['invented-numbers', 'numbers'],
    ['spelled-numbers', 'numbers'],
    ['one-slip', 'numbers'],
    ['injected', 'numbers'],
    ['doctor', 'guardrail'],
    ['bare', 'unfit'],
    ['endless', 'unfit'],
    ['caller', 'failed'],
    ['empty', 'failed'],
  ])(
    '%s: %s, the baseline stands, and the same is not paid for again',
    async (character, outcome) => {
      const who = await world.willing();
      const one = await world.still({ openai: character });
      expect(await world.tryOnce(one, who.id)).toMatchObject({ outcome });
      const calls = world.sim.calls().length;
      expect(calls).toBe(1);
      await world.lookAgain(one, who.id);
      expect(world.sim.calls()).toHaveLength(calls);
      expect(await world.writersOf(who.id)).toEqual(['baseline']);
      const { used, reserved } = await world.usageOf(who.id);
      expect(reserved).toBe(0);
      expect(used).toBeGreaterThan(0);
    },
  );

  it('shows neither markers nor markup that the model made up', async () => {
    const who = await world.willing();
    const one = await world.still({ openai: 'braces' });
    await world.tryOnce(one, who.id);
    const row = await world.ready(who.id);
    const [fact] = row.facts.map((one) => Fact.parse(one));
    expect([row.writer, row.text]).toEqual(['openai', `You ran {{${fact?.id}}} well.`]);
  });

  it.each(refusals)(
    '%s costs nothing and is tried again with the next look',
    async (fault, _code, calls) => {
      const who = await world.willing();
      const one = await world.still({ openai: fault });
      const draft = await world.tryOnce(one, who.id);
      expect(draft).toMatchObject({ outcome: 'failed', usedTokens: 0, requestHash: null });
      expect(world.sim.calls()).toHaveLength(calls);
      expect(await world.usageOf(who.id)).toEqual({ used: 0, reserved: 0 });
      expect(await world.ledgerOf(who.id)).toHaveLength(calls);
      const again = await world.still({ openai: 'good' });
      await briefingsOf(one).drain();
      await world.lookAgain(again, who.id);
      await world.until(who.id, (row) => row.writer === 'openai');
    },
  );

  it.each([...silences, ...breaks])(
    '%s: the next provider writes it, even after first words that nobody has read',
    async (fault) => {
      const who = await world.willing();
      const one = await world.replica(
        { openai: fault, gemini: 'good' },
        {},
        { briefingTimings: still },
      );
      const draft = await world.tryOnce(one, who.id);
      expect(draft).toMatchObject({ outcome: 'written', usageEstimated: true });
      const row = await world.ready(who.id);
      expect(row.writer).toBe('gemini');
      expect(row.text).toMatch(/^Yesterday you covered/);
      // What the silent one has used nobody knows: all that was set aside counts.
      expect(draft.usedTokens).toBeGreaterThanOrEqual(draft.reservedTokens);
      expect(await world.usageOf(who.id)).toEqual({ used: draft.usedTokens, reserved: 0 });
    },
  );

  it('keeps nobody from the baseline’s while models stall for as long as they may', async () => {
    const one = await world.still({ openai: 'drip-frames' });
    const stalled = await Promise.all(Array.from({ length: 6 }, () => world.willing()));
    await briefingsOf(one).order();
    for (const { id } of stalled) await world.ready(id);
    const end = performance.now() + 5000;
    while (world.sim.calls().length < 4 && performance.now() < end) await sleep(20);
    expect(world.sim.calls()).toHaveLength(4);

    const late = await world.willing();
    await briefingsOf(one).order();
    expect((await world.ready(late.id)).writer).toBe('baseline');
    expect(world.sim.calls().every(({ closedAt }) => closedAt === null)).toBe(true);
  });
});
