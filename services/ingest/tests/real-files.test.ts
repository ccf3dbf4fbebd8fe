import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realFiles, realFilesFolder } from './support/real-files.ts';
import { startIngest, type Ingest } from './support/start-ingest.ts';

const folder = realFilesFolder();
if (folder === undefined)
  console.log('no real files beside this checkout: their tests are skipped');

(folder === undefined ? describe.skip : describe)('real recordings', () => {
  let ingest: Ingest;
  beforeAll(async () => {
    ingest = await startIngest();
  });
  afterAll(async () => {
    await ingest[Symbol.asyncDispose]();
  });

  it('of one run in several formats become one activity', async () => {
    const files = await realFiles(folder ?? '', (name) => name.startsWith('x_'));
    const stems = Map.groupBy(files, (file) => file.name.split('.')[0] ?? '');
    for (const [stem, twins] of stems) {
      const runner = await ingest.person();
      const { batchId } = await runner.accepted(twins);
      const { batch } = await runner.done(batchId, 60_000);
      const activities = await ingest.db.activity.findMany({
        where: { athleteId: runner.athleteId },
        include: { sources: { where: { primary: true } } },
      });
      expect([stem, batch.counts.failed, activities.length]).toEqual([stem, 0, 1]);
      const formats = twins.map((file) => file.name.replace(/\.gz$/, '').split('.').at(-1));
      const best = ['fit', 'tcx', 'gpx'].find((format) => formats.includes(format));
      expect([stem, activities[0]?.sources[0]?.format]).toEqual([stem, best]);
    }
  }, 180_000);

  it('all end with an outcome, and what is stored is finite and in range', async () => {
    const runner = await ingest.person({ birthYear: 1980 });
    const wanted = /^(run|odd|broken|notactivity|ride|swim|multi|treadmill)/;
    const files = (await realFiles(folder ?? '', (name) => wanted.test(name))).filter(
      ({ bytes }, i) => i % 3 === 0 && bytes.length < 1_000_000,
    );
    let batchId: string | undefined;
    for (let i = 0; i < files.length; i += 100) {
      ({ batchId } = await runner.accepted(files.slice(i, i + 100), batchId));
    }
    const { batch, files: ended } = await runner.done(batchId ?? '', 150_000);
    expect(batch.counts.total).toBe(files.length);
    const mute = ended.filter((file) =>
      file.state === 'failed' ? !file.reason : file.activityIds.length === 0,
    );
    expect(mute).toEqual([]);
    const crashes = ended.filter((file) => /crash|import_failed/.test(file.code ?? ''));
    expect(crashes).toEqual([]);
    const odd = await ingest.sql(
      `SELECT id FROM "Activity" WHERE "athleteId" = $1 AND ("distanceM" < 0 OR "distanceM" > 1e6 OR "movingS" > "elapsedS" + 1
         OR "avgHeartRate" NOT BETWEEN 25 AND 250 OR "distanceM" = 'NaN' OR load = 'NaN' OR "startedAt" > now())`,
      [runner.athleteId],
    );
    expect(odd).toEqual([]);
    const notFinite = await ingest.sql(
      `SELECT metric FROM "ActivityMetric" WHERE "athleteId" = $1 AND value IN ('NaN', 'Infinity', '-Infinity')`,
      [runner.athleteId],
    );
    expect(notFinite).toEqual([]);
  }, 180_000);
});
