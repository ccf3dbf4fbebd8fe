import { setTimeout as sleep } from 'node:timers/promises';
import type { UploadAccepted } from '@evensplit/contracts';
import pg from 'pg';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { makeSampleFiles, type SampleFile } from '../demo/sample-files.ts';
import type { DrillContext } from './drill.ts';
import { startStage } from './stage.ts';
import { redisOf } from './stores.ts';
import { signUp, watchLogin } from './watch-login.ts';

const AWAY_MS = 10_000;
const PER_UPLOAD = 6;
const RESUME_MS = 5000;
/** The reconciler looks once a minute at rows that are a minute old; two rounds of it, and the work itself. */
const ALL_DONE_MS = 300_000;

type Batch = { id: string; when: 'before' | 'away' };

/** F5: both Redis are gone for ten seconds while files come in. Whatever was accepted is imported; people sign in. */
export async function loseBothRedis(context: DrillContext): Promise<Report> {
  const size = context.sizes.files ?? 60;
  const stage = await startStage(context);
  const url = stage.stack.url;
  const { client, email } = await signUp(url);
  const files = makeFiles(size);
  const db = new pg.Client({ connectionString: stage.stack.urls.admin });
  await db.connect();
  context.later(() => db.end());
  const stores = [redisOf(stage, 'cache'), redisOf(stage, 'queue')];
  const logins = watchLogin(url, email);
  const batches: Batch[] = [];
  let accepted = 0;
  let refused = 0;

  async function bring(portion: SampleFile[], when: Batch['when']): Promise<void> {
    const form = new FormData();
    for (const file of portion)
      form.append('files', new Blob([new Uint8Array(file.bytes)]), file.name);
    const answer = await client.call('POST', '/v1/ingest/uploads', form);
    if (answer.status !== 202) {
      refused += 1;
      return;
    }
    batches.push({ id: (answer.body as UploadAccepted).batchId, when });
    accepted += portion.length;
  }

  const half = Math.floor(files.length / 2 / PER_UPLOAD) * PER_UPLOAD;
  for (let at = 0; at < half; at += PER_UPLOAD)
    await bring(files.slice(at, at + PER_UPLOAD), 'before');
  await Promise.all(stores.map((store) => store.stop()));
  const goneAt = performance.now();
  const atLoss = await count(db, batches);
  for (let at = half; at < files.length; at += PER_UPLOAD) {
    await bring(files.slice(at, at + PER_UPLOAD), 'away');
    await sleep(Math.max(0, (AWAY_MS * 0.8 * PER_UPLOAD) / (files.length - half) - 50));
  }
  await sleep(Math.max(0, goneAt + AWAY_MS - performance.now()));
  const atReturn = await count(db, batches);
  await Promise.all(stores.map((store) => store.start()));
  const backAt = performance.now();
  const progress = await watchProgress(db, batches, atReturn, backAt);
  const login = await logins();
  context.say(
    `${accepted} files accepted, ${atLoss.finished} finished when Redis went, ${atReturn.finished} when it came back`,
  );
  context.say(
    `work went on ${progress.resumedMs.toFixed(0)} ms after the return; what was queued before is finished after ` +
      `${progress.queuedMs.toFixed(0)} ms, everything after ${progress.allMs.toFixed(0)} ms`,
  );
  return reportOf(
    'F5',
    [
      exactly('files accepted', accepted, files.length),
      atMost('uploads refused', refused, 0),
      {
        name: 'files still queued when Redis came back',
        value: accepted - atReturn.finished,
        bar: 1,
        ok: accepted > atReturn.finished,
      },
      atMost('work resumed after the return, ms', progress.resumedMs, RESUME_MS),
      atMost('accepted files lost', accepted - progress.imported, 0),
      atMost('failed logins', login.failed, 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { accepted, atLoss, atReturn, ...progress, login },
  );
}

/** Different runs on different days, so that none is a duplicate of another. */
function makeFiles(count: number): SampleFile[] {
  const files: SampleFile[] = [];
  for (let set = 0; files.length < count; set += 1)
    files.push(...makeSampleFiles({ seed: set + 1, startedAt: dayBefore(3 + set * 3) }));
  return files.slice(0, count);
}

function dayBefore(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

type Counts = { total: number; finished: number; imported: number };

/** From the rows: an athlete who asked this often would meet the limit that everybody has. */
async function count(db: pg.Client, batches: Batch[]): Promise<Counts> {
  const { rows } = await db.query<Counts>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE state IN ('imported', 'duplicate', 'failed'))::int AS finished,
       count(*) FILTER (WHERE state = 'imported')::int AS imported
     FROM "ImportFile" WHERE "batchId" = ANY($1::uuid[])`,
    [batches.map(({ id }) => id)],
  );
  return rows[0] ?? { total: 0, finished: 0, imported: 0 };
}

async function watchProgress(db: pg.Client, batches: Batch[], atReturn: Counts, backAt: number) {
  const queued = batches.filter(({ when }) => when === 'before');
  let resumedMs = Number.POSITIVE_INFINITY;
  let queuedMs = Number.POSITIVE_INFINITY;
  for (;;) {
    const [all, before] = [await count(db, batches), await count(db, queued)];
    const since = performance.now() - backAt;
    if (all.finished > atReturn.finished) resumedMs = Math.min(resumedMs, since);
    if (before.finished === before.total) queuedMs = Math.min(queuedMs, since);
    if (all.finished === all.total || since > ALL_DONE_MS)
      return { resumedMs, queuedMs, allMs: since, imported: all.imported };
    await sleep(100);
  }
}
