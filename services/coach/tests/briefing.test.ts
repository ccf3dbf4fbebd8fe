import { Fact } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  brisk,
  briefingsOf,
  isReady,
  onBriefingStage,
  still,
  type BriefingStage,
} from './briefing-stage.ts';

describe('briefings', () => {
  let world: BriefingStage;

  onBriefingStage((made) => void (world = made));

  it('come from rows alone, a few sentences whose every number is a fact', async () => {
    const runner = await world.aRunner();
    await world.stage.replica({ briefingTimings: brisk });
    const row = await world.ready(runner.id);
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

  it('are looked at again after a while, and not written again while the facts are the same', async () => {
    const runner = await world.aRunner();
    const { deps } = await world.stage.replica({ briefingTimings: still });
    await briefingsOf({ deps }).order();
    const first = await world.ready(runner.id);
    await briefingsOf({ deps }).order();
    expect(await world.rowOf(runner.id)).toEqual(first);
    expect((first.dueAt?.getTime() ?? 0) - (first.checkedAt?.getTime() ?? 0)).toBe(15 * 60_000);

    await world.makeDue(runner.id);
    await briefingsOf({ deps }).order();
    const second = await world.until(
      runner.id,
      (row) => row.runEpoch > first.runEpoch && isReady(row),
    );
    expect([second.text, second.writtenAt]).toEqual([first.text, first.writtenAt]);
    expect(second.checkedAt?.getTime()).toBeGreaterThan(first.checkedAt?.getTime() ?? 0);
    expect([
      await world.count(runner.id, 'taken'),
      await world.count(runner.id, 'written'),
    ]).toEqual([2, 1]);
  });

  it('follow a new run within a beat, once all of it is derived', async () => {
    const runner = await world.aRunner();
    await world.stage.replica({ briefingTimings: brisk });
    const first = await world.ready(runner.id);
    await world.derived(runner.id, '2026-11-20');
    await world.build.aRun(runner.id, { day: '2026-11-20', distanceM: 5000, movingS: 1500 });
    await sleep(400);
    expect((await world.rowOf(runner.id))?.runEpoch).toBe(first.runEpoch);
    await world.derived(runner.id);
    const second = await world.until(runner.id, (row) => row.text !== first.text);
    expect(second.text).toContain('You have run today already');
    expect(second.text).toContain('Today’s easy run covered');
  });

  it('follow a change of the profile', async () => {
    const runner = await world.aRunner();
    const { deps } = await world.stage.replica({ briefingTimings: still });
    await briefingsOf({ deps }).order();
    const first = await world.ready(runner.id);
    await world.stage.sql(`UPDATE "Athlete" SET units = 'mi' WHERE id = $1`, [runner.id]);
    await briefingsOf({ deps }).order();
    expect((await world.rowOf(runner.id))?.runEpoch).toBe(first.runEpoch);
    // In Auckland it is Saturday by now.
    await world.stage.sql(`UPDATE "Athlete" SET "timeZone" = 'Pacific/Auckland' WHERE id = $1`, [
      runner.id,
    ]);
    await briefingsOf({ deps }).order();
    const second = await world.until(
      runner.id,
      (row) => row.localDate === '2026-11-21' && isReady(row),
    );
    expect(second.text).toContain('Your last run was');
  });

  it('leave everybody else alone, and speak of nobody else', async () => {
    const [runner, other] = [await world.aRunner(), await world.aRunner()];
    const { deps } = await world.stage.replica({ briefingTimings: still });
    await briefingsOf({ deps }).order();
    await world.ready(runner.id);
    const before = await world.ready(other.id);
    await world.build.aRun(runner.id, { day: '2026-11-20', distanceM: 5000 });
    await world.derived(runner.id);
    await briefingsOf({ deps }).order();
    const mine = await world.until(runner.id, (row) => row.runEpoch > 1 && isReady(row));
    expect(await world.rowOf(other.id)).toEqual(before);
    const runs = await world.stage.sql<{ id: string }>(
      'SELECT id FROM "Activity" WHERE "athleteId" = $1',
      [runner.id],
    );
    const own = new Set(runs.map(({ id }) => id));
    const from = mine.facts.flatMap((fact) => Fact.parse(fact).from.map((one) => one.activityId));
    expect(from.length).toBeGreaterThan(5);
    expect(from.filter((id) => !own.has(id))).toEqual([]);
  });

  it('are kept ready for those who come here, not for those who left', async () => {
    const [left, back] = [await world.aRunner(), await world.aRunner()];
    const { deps } = await world.stage.replica({ briefingTimings: still });
    await briefingsOf({ deps }).order();
    const [one, two] = [await world.ready(left.id), await world.ready(back.id)];
    await world.stage.sql(`UPDATE "Session" SET "lastSeenAt" = now() - interval '4 days'`);
    await world.makeDue(left.id);
    await world.makeDue(back.id);
    await briefingsOf({ deps }).order();
    expect([
      (await world.rowOf(left.id))?.runEpoch,
      (await world.rowOf(back.id))?.runEpoch,
    ]).toEqual([one.runEpoch, two.runEpoch]);
    await world.stage.sql(`UPDATE "Session" SET "lastSeenAt" = now() WHERE "athleteId" = $1`, [
      back.id,
    ]);
    await briefingsOf({ deps }).order();
    await world.until(back.id, (row) => row.runEpoch > two.runEpoch && isReady(row));
    expect((await world.rowOf(left.id))?.runEpoch).toBe(one.runEpoch);
  });

  it('stand still while the installation is read-only', async () => {
    const runner = await world.aRunner();
    const { deps } = await world.stage.replica({ briefingTimings: brisk });
    await world.ready(runner.id);
    await world.stage.set({ deps }, 'system.readonly', true);
    await sleep(300);
    await world.makeDue(runner.id);
    const before = await world.rowOf(runner.id);
    await sleep(500);
    expect(await world.rowOf(runner.id)).toEqual(before);
    await world.stage.sql('DELETE FROM "SystemSetting"');
    await world.until(runner.id, (row) => row.runEpoch > (before?.runEpoch ?? 0) && isReady(row));
  });
});
