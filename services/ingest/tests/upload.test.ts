import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleFiles } from './support/sample-files.ts';
import { startIngest, type Ingest } from './support/start-ingest.ts';

let ingest: Ingest;
beforeAll(async () => {
  ingest = await startIngest();
});
afterAll(async () => {
  await ingest[Symbol.asyncDispose]();
});

describe('uploading files', () => {
  it('imports a FIT, a GPX and a TCX file into three runs with the figures the watch recorded', async () => {
    const runner = await ingest.person();
    const files = await sampleFiles(7, new Date('2026-10-05T06:30:00Z'));
    const { batchId, files: accepted } = await runner.accepted(files);
    expect(accepted.map((file) => file.state)).toEqual(['queued', 'queued', 'queued']);
    const { batch, files: ended } = await runner.done(batchId);
    expect(batch.counts).toMatchObject({ total: 3, imported: 3, failed: 0, duplicate: 0 });
    expect(ended.every((file) => file.activityIds.length === 1)).toBe(true);
    for (const file of files) {
      const [run] = await ingest.db.activity.findMany({
        where: { athleteId: runner.athleteId, startedAt: file.startedAt },
        include: { sources: true, laps: true, stream: true },
      });
      expect(run?.sport).toBe('run');
      expect(run?.sources).toMatchObject([
        { source: `upload_${file.format}`, lane: 'file', primary: true, fileName: file.name },
      ]);
      expect(Math.abs((run?.distanceM ?? 0) - file.expected.distanceM)).toBeLessThan(5);
      expect(Math.abs((run?.elapsedS ?? 0) - file.expected.elapsedS)).toBeLessThanOrEqual(1);
      expect(Math.abs((run?.avgHeartRate ?? 0) - file.expected.avgHr)).toBeLessThanOrEqual(1);
      expect(run?.laps.length).toBe(file.format === 'gpx' ? 0 : file.expected.laps);
      expect(run?.stream?.samples).toBeGreaterThan(100);
    }
  });
});
