import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { oneRun } from './support/one-run.ts';
import { startIngest, type Given, type Ingest, type Person } from './support/start-ingest.ts';

let ingest: Ingest;
beforeAll(async () => {
  ingest = await startIngest();
});
afterAll(async () => {
  await ingest[Symbol.asyncDispose]();
});

async function importOne(person: Person, file: Given) {
  const { batchId } = await person.accepted([file]);
  const { files } = await person.done(batchId);
  return files[0];
}

function runsOf(person: Person) {
  return ingest.db.activity.findMany({
    where: { athleteId: person.athleteId },
    include: { sources: { orderBy: { createdAt: 'asc' } }, stream: true, efforts: true },
  });
}

describe('the same run twice', () => {
  it('counts once when the very file comes again, also twice in one upload', async () => {
    const runner = await ingest.person();
    const { fit } = await oneRun({ startedAt: '2026-08-01T05:00:00Z' });
    const { batchId } = await runner.accepted([fit, { ...fit, name: 'copy.fit' }]);
    const { batch } = await runner.done(batchId);
    expect(batch.counts).toMatchObject({ imported: 1, duplicate: 1 });
    const [run] = await runsOf(runner);
    const again = await importOne(runner, fit);
    expect(again).toMatchObject({ state: 'duplicate', code: 'same_file', activityIds: [run?.id] });
    expect(await runsOf(runner)).toHaveLength(1);
    expect(run?.sources).toHaveLength(1);
  });

  it('keeps the FIT as the source of the figures when the GPX comes later', async () => {
    const runner = await ingest.person();
    const { fit, gpx } = await oneRun({ startedAt: '2026-08-02T05:00:00Z' });
    await importOne(runner, fit);
    const [before] = await runsOf(runner);
    const second = await importOne(runner, gpx);
    expect(second).toMatchObject({
      state: 'duplicate',
      code: 'same_run',
      activityIds: [before?.id],
    });
    const [run, ...others] = await runsOf(runner);
    expect(others).toEqual([]);
    expect(run?.sources.map((source) => [source.format, source.primary])).toEqual([
      ['fit', true],
      ['gpx', false],
    ]);
    expect(run?.derivedAt).toEqual(before?.derivedAt);
  });

  it('computes the run anew when GPX, then TCX, then FIT come, and keeps its id', async () => {
    const runner = await ingest.person();
    const { fit, gpx, tcx } = await oneRun({ startedAt: '2026-08-03T05:00:00Z' });
    await importOne(runner, gpx);
    const [first] = await runsOf(runner);
    for (const file of [tcx, fit]) {
      expect(await importOne(runner, file)).toMatchObject({
        state: 'duplicate',
        code: 'same_run',
        activityIds: [first?.id],
      });
    }
    const [run, ...others] = await runsOf(runner);
    expect(others).toEqual([]);
    expect(run?.id).toBe(first?.id);
    expect(run?.sources.map((source) => [source.format, source.primary])).toEqual([
      ['gpx', false],
      ['tcx', false],
      ['fit', true],
    ]);
    expect(run?.derivedAt?.getTime()).toBeGreaterThan(first?.derivedAt?.getTime() ?? Infinity);
    const alone = await ingest.person();
    await importOne(alone, fit);
    const [direct] = await runsOf(alone);
    expect(run).toMatchObject({
      distanceM: direct?.distanceM,
      movingS: direct?.movingS,
      ascentM: direct?.ascentM,
      deviceName: direct?.deviceName,
    });
    expect(
      Buffer.compare(run?.stream?.data ?? Buffer.of(), direct?.stream?.data ?? Buffer.of(1)),
    ).toBe(0);
    expect(run?.efforts.map((effort) => effort.seconds)).toEqual(
      direct?.efforts.map((effort) => effort.seconds),
    );
  });

  it('finds one run when all its formats come at once', async () => {
    const runner = await ingest.person();
    const { fit, gpx, tcx } = await oneRun({ startedAt: '2026-08-04T05:00:00Z' });
    const { batchId } = await runner.accepted([gpx, tcx, fit]);
    const { batch } = await runner.done(batchId);
    expect(batch.counts).toMatchObject({ imported: 1, duplicate: 2 });
    const [run, ...others] = await runsOf(runner);
    expect(others).toEqual([]);
    expect(run?.sources.filter((source) => source.primary).map((one) => one.format)).toEqual([
      'fit',
    ]);
  });

  it('belongs to two athletes as two runs', async () => {
    const { fit } = await oneRun({ startedAt: '2026-08-05T05:00:00Z' });
    const [one, two] = [await ingest.person(), await ingest.person()];
    expect(await importOne(one, fit)).toMatchObject({ state: 'imported' });
    expect(await importOne(two, fit)).toMatchObject({ state: 'imported' });
  });
});
