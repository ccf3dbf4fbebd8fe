import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Responder } from '../src/turns/responder.ts';
import { lookupName } from '../src/turns/looked-at.ts';
import { sheet } from '../test/fixture-sheets.ts';
import { ask, getTurn, until } from './clients.ts';
import { quick, setStage, type Stage } from './replica.ts';
import { text } from './scripted-responder.ts';

/** Looks at a week, begins to tell of it, and never ends. */
const rambler: Responder = {
  writer: 'baseline',
  async *respond({ lookups }) {
    lookups.set(lookupName('week', { weeksBack: 1 }), sheet('week', []));
    yield text('Last week ');
    await new Promise(() => undefined);
  },
};

describe('the turn of a replica that is gone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it('still tells what was looked at', async () => {
    const a = await stage.replica({ timings: quick, responders: () => [rambler] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'How was last week?');
    const rowOf = async () => {
      const [row] = await stage.sql<{ partial: string; errorCode: string | null }>(
        `SELECT partial, "errorCode" FROM "Turn" WHERE id = $1`,
        [turnId],
      );
      return row;
    };
    await until('the text to be saved', async () => (await rowOf())?.partial === 'Last week ');
    const b = await stage.replica({ timings: quick });
    await a.abandon();
    await until('the reaper', async () => (await rowOf())?.errorCode === 'replica_lost');
    expect(await getTurn(b.url, who, turnId)).toMatchObject({
      text: 'Last week ',
      lookedAt: [{ query: 'week', args: { weeksBack: 1 }, runs: 0, missing: [] }],
    });
  });
});
