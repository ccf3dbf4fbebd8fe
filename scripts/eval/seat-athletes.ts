import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportBatchDetail, UploadAccepted } from '@evensplit/contracts';
import { builders } from '@evensplit/testkit/builders';
import type { EvalAthlete } from './athletes.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import type { House } from './house.ts';
import { EVAL_NOW } from './now.ts';
import { renderRuns, type RunFile } from './render-runs.ts';

/** An athlete of the cast, as they are known to the database. */
export type Seated = EvalAthlete & { athleteId: string };

const FILES_PER_REQUEST = 20;
const patience = { patienceMs: 240_000 };

/**
 * Gives everybody a row, a consent and their runs. Files go the way that files go: uploaded, parsed, stored and analysed
 * by the ingest service. Only what no file can bring is written by hand: summaries, and the lane of a connection.
 */
export async function seatAthletes(house: House, cast: readonly EvalAthlete[]): Promise<Seated[]> {
  const seated: Seated[] = [];
  for (const athlete of cast) seated.push(await seat(house, athlete));
  for (const athlete of seated) await writeSummaries(house, athlete);
  const ingest = await house.startIngest();
  await Promise.all(seated.map((athlete) => bringFiles(house, ingest.url, athlete)));
  await ingest.stop();
  for (const athlete of seated) await closeLanes(house, athlete);
  await movePast(house);
  return seated;
}

async function seat({ sql }: House, athlete: EvalAthlete): Promise<Seated> {
  const athleteId = randomUUID();
  const { marker, timeZone, units, birthYear, maxHeartRate, restingHeartRate } = athlete;
  await sql(
    `INSERT INTO "Athlete" (id, email, "displayName", "timeZone", units, "birthYear", "maxHeartRate", "restingHeartRate")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      athleteId,
      `${marker.toLowerCase()}@example.org`,
      `${marker} Ostrander`,
      timeZone,
      units,
      birthYear,
      maxHeartRate,
      restingHeartRate,
    ],
  );
  await sql(
    `INSERT INTO "Consent" (id, "athleteId", purpose, "grantedAt") VALUES ($1, $2, 'model_processing', $3)`,
    [randomUUID(), athleteId, EVAL_NOW],
  );
  return { ...athlete, athleteId };
}

async function bringFiles(house: House, url: string, athlete: Seated): Promise<void> {
  const authorization = `Bearer ${await house.tokenFor(athlete.athleteId, 'now')}`;
  let batchId: string | undefined;
  async function send(files: readonly RunFile[]): Promise<void> {
    const form = new FormData();
    for (const { name, bytes } of files)
      form.append('files', new Blob([Uint8Array.from(bytes)]), name);
    const to = batchId ? `/v1/ingest/uploads/${batchId}/files` : '/v1/ingest/uploads';
    const answer = await fetchPatiently(
      url + to,
      { method: 'POST', headers: { authorization }, body: form },
      patience,
    );
    batchId = ((await answer.json()) as UploadAccepted).batchId;
  }
  let waiting: RunFile[] = [];
  for (const file of renderRuns(athlete)) {
    waiting.push(file);
    if (waiting.length < FILES_PER_REQUEST) continue;
    await send(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await send(waiting);
  if (batchId === undefined) return;
  const until = performance.now() + patience.patienceMs;
  for (;;) {
    const answer = await fetchPatiently(
      `${url}/v1/ingest/uploads/${batchId}`,
      { headers: { authorization } },
      patience,
    );
    const { batch, files } = (await answer.json()) as ImportBatchDetail;
    const failed = files.find(({ state }) => state === 'failed');
    if (failed)
      throw new Error(`a file of ${athlete.id} was refused: ${failed.name}: ${failed.reason}`);
    if (batch.state === 'done') return;
    if (performance.now() > until) throw new Error(`the files of ${athlete.id} are not read`);
    await sleep(1000);
  }
}

/** Left as if just stored, so that the analysis of the files that come next takes them with it. */
async function writeSummaries({ database, sql }: House, athlete: Seated): Promise<void> {
  const { athleteId, summaries } = athlete;
  if (summaries.length === 0) return;
  const make = builders(database);
  for (const summary of summaries) await make.aRun(athleteId, { ...summary, load: null });
  await make.close();
  await sql(
    `UPDATE "Activity" SET "hasRoute" = false, "loadMethod" = NULL, "derivedWith" = NULL, "derivedAt" = NULL
     WHERE "athleteId" = $1`,
    [athleteId],
  );
  await sql(
    `INSERT INTO "AthleteModel" ("athleteId", "loadDirtyFrom", "updatedAt")
     SELECT $1, min("localDate"), now() FROM "Activity" WHERE "athleteId" = $1`,
    [athleteId],
  );
}

async function closeLanes({ sql }: House, { athleteId, runs, laneOf }: Seated): Promise<void> {
  for (const index of runs.keys()) {
    const lane = laneOf(index);
    if (lane === undefined) continue;
    await sql(
      `UPDATE "ActivitySource" SET lane = $1 WHERE "athleteId" = $2 AND "fileName" LIKE $3`,
      [lane, athleteId, `${index}-%`],
    );
  }
}

/** Everything came in an hour before the evaluation takes place, whenever that is. */
async function movePast({ sql }: House): Promise<void> {
  const then = new Date(EVAL_NOW.getTime() - 3_600_000);
  await sql(`UPDATE "ImportFile" SET "createdAt" = $1, "finishedAt" = $1`, [then]);
  await sql(`UPDATE "ImportBatch" SET "createdAt" = $1, "finishedAt" = $1`, [then]);
  await sql(`UPDATE "ActivitySource" SET "createdAt" = $1`, [then]);
  await sql(`UPDATE "RawFile" SET "createdAt" = $1`, [then]);
}
