import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoFiles } from './support/demo-files.ts';
import { startIngest, type Ingest } from './support/start-ingest.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

/** A measurement more than a test: it prints how long a whole history takes, and so is not part of every run. */
let ingest: Ingest;
beforeAll(async () => {
  ingest = await startIngest();
});
afterAll(async () => {
  await ingest[Symbol.asyncDispose]();
});

function cpuSeconds(since: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(since);
  return ((user + system) / 1e6).toFixed(1);
}

describe('importing the demo history', () => {
  it('takes less than two minutes, and the first runs can be read long before', async () => {
    const runner = await ingest.person({ birthYear: 1988 });
    const files = await demoFiles({ seed: 1, today: '2026-11-20' });
    const startedAt = performance.now();
    const cpu = process.cpuUsage();
    const seconds = () => (performance.now() - startedAt) / 1000;
    const { batchId } = await runner.accepted(files.slice(0, 100));
    const firstDerived = waitFor('a derived run', async () =>
      (await ingest.db.dailyLoad.count({ where: { athleteId: runner.athleteId } })) > 0
        ? seconds()
        : undefined,
    );
    for (let i = 100; i < files.length; i += 100) {
      await runner.accepted(files.slice(i, i + 100), batchId);
    }
    const uploadedS = seconds();
    const { batch } = await runner.done(batchId, 170_000);
    console.log(
      `${files.length} files: uploaded ${uploadedS.toFixed(1)} s, first day on the curve ${(await firstDerived).toFixed(1)} s, done ${seconds().toFixed(1)} s; processor time of the service without its parser ${cpuSeconds(cpu)} s`,
      batch.counts,
    );
    const twins = files.filter((file) => file.duplicateOf !== null).length;
    expect(batch.counts).toMatchObject({ failed: 0, duplicate: twins });
    expect(seconds()).toBeLessThan(120);
    const races = files.filter((file) => file.raceDistanceM !== null && file.duplicateOf === null);
    const found = await ingest.db.activity.count({
      where: {
        athleteId: runner.athleteId,
        kind: 'race',
        startedAt: { in: races.map((file) => file.startedAt) },
      },
    });
    expect(found).toBe(races.length);
  }, 180_000);
});
