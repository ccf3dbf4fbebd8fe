import type { ConversationChanges, LookedAt } from '@evensplit/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { call } from './clients.ts';
import { answerOf, setModelStage, type Athlete, type ModelStage } from './model-stage.ts';
import type { Replica } from './replica.ts';

const NOW = new Date('2026-11-20T11:00:00Z');

describe('what an answer looked at, and what has changed since', () => {
  let world: ModelStage;
  let one: Replica;
  let who: Athlete;

  beforeAll(async () => {
    world = await setModelStage();
    one = await world.replica({});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    who = await world.runner({ consent: false });
    // As after an import: what was derived is older than every question of a test.
    await world.stage.sql(
      `INSERT INTO "AthleteModel" ("athleteId", "updatedAt") VALUES ($1, '2026-11-19')`,
      [who.id],
    );
  });

  async function changesOf(conversationId: string): Promise<ConversationChanges['turns']> {
    const { status, body } = await call(
      one.url,
      who,
      'GET',
      `/conversations/${conversationId}/changes`,
    );
    expect(status).toBe(200);
    return (body as unknown as ConversationChanges).turns;
  }

  /** Rows carry the clock of Postgres; the rest of this stage lives at noon of one Friday. */
  async function asked(question: string, conversationId?: string) {
    const turn = await answerOf(one, who, question, conversationId);
    await world.stage.sql(`UPDATE "Turn" SET "createdAt" = $2 WHERE id = $1`, [turn.id, NOW]);
    return turn;
  }

  /** What the derivation does when it has written. */
  async function derived(): Promise<void> {
    await world.stage.sql(`UPDATE "AthleteModel" SET "updatedAt" = $2 WHERE "athleteId" = $1`, [
      who.id,
      new Date(NOW.getTime() + 60_000),
    ]);
  }

  it('tells in the row and in the end event what was looked up and how many runs it rests on', async () => {
    const turn = await asked('Compare my last two weeks');
    const expected: LookedAt[] = [
      { query: 'compare', args: { weeksBack: 1 }, runs: 1, missing: expect.any(Array) as never },
    ];
    expect(turn.lookedAt).toEqual(expected);
    expect(turn.events.at(-1)?.data['lookedAt']).toEqual(turn.lookedAt);
    const again = await call(one.url, who, 'GET', `/conversations/${turn.conversationId}`);
    expect(again.body['turns']?.['0']?.['lookedAt']).toEqual(turn.lookedAt);
    expect((await asked('thank you')).lookedAt).toBeUndefined();
  });

  it('finds nothing as long as no run came, went or was derived anew', async () => {
    const { conversationId } = await asked('How is my week going?');
    expect(await changesOf(conversationId)).toEqual([]);
    await derived();
    expect(await changesOf(conversationId)).toEqual([]);
  });

  it('finds the values of a run that was derived anew, and only those that read differently', async () => {
    const turn = await asked('Analyse my last run');
    await world.stage.sql(
      `UPDATE "Activity" SET "distanceM" = "distanceM" + 0.001, "avgHeartRate" = 161
       WHERE "athleteId" = $1 AND "localDate" = '2026-11-17'`,
      [who.id],
    );
    await derived();
    const changed = turn.facts.filter(({ unit }) => unit === 'bpm');
    expect(changed).toHaveLength(1);
    expect(await changesOf(turn.conversationId)).toEqual([
      { turnId: turn.id, factIds: changed.map(({ id }) => id) },
    ]);
  });

  it('finds the sums that a run belongs in which came later, but not what is said of the run before it', async () => {
    const week = await asked('How is my week going?');
    const run = await asked('Analyse my last run', week.conversationId);
    await world.addRun(who.id, { day: '2026-11-20', kind: 'easy', metres: 5000 }, 7);
    await derived();
    const changes = await changesOf(week.conversationId);
    const inWeek = changes.find(({ turnId }) => turnId === week.id)?.factIds ?? [];
    const distance = week.facts.find(({ metric }) => metric === 'week.distance');
    expect(inWeek).toContain(distance?.id);
    const inRun = changes.find(({ turnId }) => turnId === run.id)?.factIds ?? [];
    const ofRun = run.facts.filter(({ subject }) => subject.startsWith('activity:'));
    expect(ofRun.length).toBeGreaterThan(2);
    expect(inRun.filter((id) => ofRun.some((fact) => fact.id === id))).toEqual([]);
  });

  it('finds every value of a run that is gone, though nothing was derived yet', async () => {
    const turn = await asked('Analyse my last run');
    await world.stage.sql(
      `DELETE FROM "Activity" WHERE "athleteId" = $1 AND "localDate" = '2026-11-17'`,
      [who.id],
    );
    const [change] = await changesOf(turn.conversationId);
    const ofRun = turn.facts.filter(({ subject }) => subject.startsWith('activity:'));
    expect(change?.factIds).toEqual(expect.arrayContaining(ofRun.map(({ id }) => id)));
  });

  it('does not call a later run a change of what was true on the day', async () => {
    const today = await asked('What should I do today?');
    await asked('How is my week going?', today.conversationId);
    await asked('Analyse my last run', today.conversationId);
    await world.addRun(who.id, { day: '2026-11-24', kind: 'easy', metres: 5000 }, 7);
    await derived();
    expect(await changesOf(today.conversationId)).toEqual([]);
  });

  it('judges a turn whose lookups were lost by its runs alone', async () => {
    const week = await asked('How is my week going?');
    const run = await asked('Analyse my last run', week.conversationId);
    await world.stage.sql(`UPDATE "Turn" SET "lookedAt" = '[]' WHERE "athleteId" = $1`, [who.id]);
    await world.stage.sql(
      `UPDATE "Activity" SET "avgHeartRate" = 161 WHERE "athleteId" = $1 AND "localDate" = '2026-11-17'`,
      [who.id],
    );
    await derived();
    expect((await changesOf(week.conversationId)).map(({ turnId }) => turnId)).toEqual([run.id]);
  });
});
