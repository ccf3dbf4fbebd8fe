import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { renewLeases } from '../src/turns/renew-leases.ts';
import { createRunningTurns } from '../src/turns/running-turns.ts';
import { createPartialSaver } from '../src/turns/save-partials.ts';
import { ask } from './clients.ts';
import { setStage, steady, type Replica, type Stage } from './replica.ts';
import { scripted } from './scripted-responder.ts';

/** Two statements that lock the same rows in different orders end in a deadlock sooner or later. */
describe('rows that heartbeats and saved texts both write', () => {
  let stage: Stage;
  let replica: Replica;
  let first = '';
  let second = '';
  beforeAll(async () => {
    stage = await setStage();
    const { responder } = scripted();
    replica = await stage.replica({ responders: () => [responder], timings: steady });
    const ids = [];
    for (let i = 0; i < 2; i += 1) {
      ids.push((await ask(replica.url, await stage.athlete(), 'Tell me')).turnId);
    }
    await replica.abandon();
    [first = '', second = ''] = ids.toSorted();
    // The first by id is the last on the page: a scan would come to it later.
    await stage.sql(`UPDATE "Turn" SET epoch = epoch WHERE id = $1`, [first]);
  });
  afterAll(() => stage.close());

  function saveBoth(): Promise<void> {
    const running = createRunningTurns(2);
    for (const id of [second, first]) {
      const progress = () => ({ text: 'Half', seq: 5, writer: null, facts: [] });
      running
        .takeSlot()
        ?.fill({ id, epoch: 1, abort: () => undefined, progress, lookedAt: () => [] });
    }
    return createPartialSaver({ db: replica.deps.db, timings: steady, running })();
  }

  it.each([
    ['a saved text', saveBoth],
    ['a heartbeat', () => renewLeases(replica.deps, replica.deps.owner, [second, first])],
  ])('are locked in the order of their ids by %s', async (_, write) => {
    const holder = new pg.Client({ connectionString: stage.database.adminUrl });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query(`SELECT 1 FROM "Turn" WHERE id = $1 FOR UPDATE`, [first]);
      const writing = write();
      await sleep(300);
      const free = await stage.sql<{ id: string }>(
        `SELECT id FROM "Turn" WHERE id = $1 FOR UPDATE SKIP LOCKED`,
        [second],
      );
      expect(free).toEqual([{ id: second }]);
      await holder.query('COMMIT');
      await writing;
    } finally {
      await holder.end();
    }
  });
});
