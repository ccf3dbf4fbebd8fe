import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoFiles } from './support/demo-files.ts';
import { startIngest, type Ingest } from './support/start-ingest.ts';
import { startProcess } from './support/start-process.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

let ingest: Ingest;
beforeAll(async () => {
  ingest = await startIngest();
  // Only its databases are needed: the processes below are the service.
  await ingest.service[Symbol.asyncDispose]();
});
afterAll(async () => {
  await ingest[Symbol.asyncDispose]();
});

describe('a process that is killed while it imports', () => {
  it('leaves every file to its successor: each run once, none lost', async () => {
    const files = (await demoFiles({ seed: 9, today: '2026-11-20', months: 4 })).slice(0, 60);
    const person = await ingest.person();
    const first = await startProcess(ingest.env, { LOG_LEVEL: 'silent' });
    const { batchId } = await ingest.at(first.url, person).accepted(files);
    const ended = () =>
      ingest.db.importFile.count({
        where: { batchId, state: { notIn: ['queued', 'processing'] } },
      });
    for (let round = 1; round <= 3; round++) {
      const victim = round === 1 ? first : await startProcess(ingest.env, { LOG_LEVEL: 'silent' });
      await waitFor('some files', async () => (await ended()) >= round * 10, 60_000);
      await victim.kill('SIGKILL');
    }
    const successor = await startProcess(ingest.env, { LOG_LEVEL: 'silent' });
    const since = performance.now();
    const { batch } = await ingest.at(successor.url, person).done(batchId, 90_000);
    console.log(`done ${((performance.now() - since) / 1000).toFixed(1)} s after the last start`);
    const twins = files.filter((file) => file.duplicateOf !== null).length;
    expect(batch.counts).toMatchObject({ imported: 60 - twins, duplicate: twins, failed: 0 });
    expect(await ingest.db.activity.count()).toBe(60 - twins);
    const { code, ms } = await successor.kill('SIGTERM');
    expect(code).toBe(0);
    expect(ms).toBeLessThan(25_000);
  }, 240_000);
});
