import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportBatchDetail, SessionStarted, UploadAccepted } from '@evensplit/contracts';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import pg from 'pg';
import { writeDemoFiles } from '../../demo/write-demo-files.ts';
import { createApiClient, type ApiClient } from '../../stack/http-client.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { cookieFor } from '../people.ts';
import type { Visitors } from './visitors.ts';

const password = 'a bench password 42 long';
const RUNS = 60;
/** Enough that none of them meets the limit of 300 requests a minute. */
const SESSIONS = 20;
/** Somebody who signs in a thousand times has a thousand sessions, and that is not what is measured. */
const ACCOUNTS = 200;

/** One athlete with two months of real history, and many who can sign in. */
export async function prepareVisitors(stack: Stack): Promise<Visitors> {
  const client = createApiClient(stack.url);
  const { athlete } = await client.must<SessionStarted>('POST', '/v1/auth/signup', {
    email: 'bench@example.org',
    password,
    displayName: 'Bench',
    timeZone: 'Europe/Berlin',
  });
  const [cookies, emails] = await Promise.all([
    Promise.all(Array.from({ length: SESSIONS }, () => cookieFor(stack, athlete.id))),
    copyAccount(stack, athlete.id),
    bringRuns(client),
  ]);
  return { cookies, emails, password };
}

/** Others with the same password: to hash it again for each would take longer than the bench. */
async function copyAccount(stack: Stack, athleteId: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: stack.urls.admin });
  await client.connect();
  try {
    const ids = Array.from({ length: ACCOUNTS }, () => randomUUID());
    await client.query(
      `INSERT INTO "Athlete" (id, email, "displayName")
       SELECT id, id || '@example.org', 'Bench' FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
    await client.query(
      `INSERT INTO "Credential" ("athleteId", "passwordHash")
       SELECT id, "passwordHash" FROM unnest($1::uuid[]) AS id, "Credential" WHERE "athleteId" = $2`,
      [ids, athleteId],
    );
    return ids.map((id) => `${id}@example.org`);
  } finally {
    await client.end();
  }
}

async function bringRuns(client: ApiClient): Promise<void> {
  const dir = await tempDir('bench-files');
  try {
    const today = new Date().toISOString().slice(0, 10);
    const files = await writeDemoFiles({
      dir: join(dir.path, 'runs'),
      seed: 1,
      today,
      months: 3,
      gzip: true,
    });
    const form = new FormData();
    for (const file of files.slice(-RUNS))
      form.append('files', new Blob([new Uint8Array(await readFile(file.path))]), file.name);
    const { batchId } = await client.must<UploadAccepted>('POST', '/v1/ingest/uploads', form);
    const deadline = Date.now() + 120_000;
    for (;;) {
      const read = await client.must<ImportBatchDetail>('GET', `/v1/ingest/uploads/${batchId}`);
      if (read.batch.state === 'done') return;
      if (Date.now() > deadline) throw new Error('the runs were not imported in two minutes');
      await sleep(500);
    }
  } finally {
    await dir.remove();
  }
}
