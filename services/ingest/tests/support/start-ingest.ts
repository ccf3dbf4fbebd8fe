import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportBatchDetail, UploadAccepted } from '@evensplit/contracts';
import { createIngestDb, type IngestDb } from '@evensplit/db';
import {
  createTokenSigner,
  generateSigningKey,
  publicJwksOf,
  TOKEN_AUDIENCE,
} from '@evensplit/platform/auth/access-token';
import { systemClock } from '@evensplit/platform/clock';
import { createLog } from '@evensplit/platform/log';
import { builders, type Builders } from '@evensplit/testkit/builders';
import { checkAnswer } from '@evensplit/testkit/check-answer';
import { testDatabase, testRedis, type TestDatabase } from '@evensplit/testkit/database';
import pg from 'pg';
import request from 'supertest';
import { createDeps, type Deps, type Overrides } from '../../src/deps.ts';
import { readEnv, type Env } from '../../src/env.ts';
import type { UpkeepTimes } from '../../src/jobs/upkeep.ts';
import { startService, type Service } from '../../src/start-service.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

export const PUBLIC_URL = 'http://localhost:8080';

export type Given = { name: string; bytes: Uint8Array | string };

export type Person = {
  athleteId: string;
  sessionId: string;
  token: string;
  get: (path: string) => request.Test;
  upload: (files: Given[], batchId?: string) => request.Test;
  accepted: (files: Given[], batchId?: string) => Promise<UploadAccepted>;
  /** Waits until nothing is left to do. */
  done: (batchId: string, limitMs?: number) => Promise<ImportBatchDetail>;
};

export type Ingest = AsyncDisposable & {
  deps: Deps;
  service: Service;
  env: Env;
  url: string;
  db: IngestDb;
  database: TestDatabase;
  make: Builders;
  person: (given?: Parameters<Builders['anAthlete']>[0]) => Promise<Person>;
  /** The same person, talking to another replica. */
  at: (url: string, person: Person) => Person;
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  setting: (key: string, value: unknown) => Promise<void>;
};

export type StartOptions = {
  env?: Record<string, string>;
  overrides?: Overrides;
  times?: UpkeepTimes;
};

/** The whole service as main.ts starts it, on databases of its own. */
export async function startIngest(options: StartOptions = {}): Promise<Ingest> {
  const [database, redis, folder, key] = await Promise.all([
    testDatabase(),
    testRedis('ingest'),
    mkdtemp(join(tmpdir(), 'evensplit-ingest-')),
    generateSigningKey('test'),
  ]);
  const env = readEnv({
    PORT: '0',
    PUBLIC_URL,
    DATABASE_URL: database.urls.ingest,
    REDIS_QUEUE_URL: redis.queueUrl,
    REDIS_CACHE_URL: redis.cacheUrl,
    AUTH_PUBLIC_JWKS: JSON.stringify(publicJwksOf(key)),
    RAW_FILES_DIR: folder,
    ...options.env,
  });
  const signer = await createTokenSigner({
    privateJwk: key,
    audience: TOKEN_AUDIENCE,
    clock: systemClock,
  });
  const log = createLog({ service: 'ingest', level: 'silent' });
  // Tests share two cores with others: nothing is refused for being slow.
  const loadGauge = {
    overloaded: () => false,
    [Symbol.dispose]: () => undefined,
  };
  const deps = await createDeps(env, { log, loadGauge, controlEveryMs: 200, ...options.overrides });
  const service = await startService(deps, env, options.times);
  const url = `http://127.0.0.1:${service.port}`;
  const make = builders(database);
  const db = createIngestDb({ url: database.adminUrl, poolSize: 2, applicationName: 'test' });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 1 });

  async function person(given?: Parameters<Builders['anAthlete']>[0]): Promise<Person> {
    const athleteId = await make.anAthlete(given);
    const sessionId = randomUUID();
    const { token } = await signer.sign({ athleteId, sessionId, roles: ['athlete'] });
    return at(url, { athleteId, sessionId, token });
  }

  function at(url: string, who: Pick<Person, 'athleteId' | 'sessionId' | 'token'>): Person {
    const authorization = `Bearer ${who.token}`;
    const get = (path: string) =>
      request(url)
        .get(path)
        .set('Authorization', authorization)
        .expect(({ status, body }) => checkAnswer({ method: 'get', path, status, body }));
    function upload(files: Given[], batchId?: string) {
      const path = batchId ? `/v1/ingest/uploads/${batchId}/files` : '/v1/ingest/uploads';
      const test = request(url)
        .post(path)
        .set('Authorization', authorization)
        .expect(({ status, body }) => checkAnswer({ method: 'post', path, status, body }));
      for (const { name, bytes } of files) test.attach('files', Buffer.from(bytes), name);
      return test;
    }
    return {
      ...who,
      get,
      upload,
      async accepted(files, batchId) {
        const { body } = await upload(files, batchId).expect(202);
        return body as UploadAccepted;
      },
      async done(batchId, limitMs) {
        await waitFor(
          'the batch to be done',
          async () => (await db.importBatch.findUnique({ where: { id: batchId } }))?.finishedAt,
          limitMs,
        );
        const { body } = await get(`/v1/ingest/uploads/${batchId}?limit=500`).expect(200);
        return body as ImportBatchDetail;
      },
    };
  }

  return {
    deps,
    service,
    env,
    url,
    db,
    database,
    make,
    person,
    at,
    async sql(text, values) {
      return (await admin.query(text, values)).rows;
    },
    async setting(key, value) {
      await admin.query(
        `INSERT INTO "SystemSetting" (key, value) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
        [key, JSON.stringify(value)],
      );
    },
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await deps[Symbol.asyncDispose]();
      await make.close();
      await db.$disconnect();
      await admin.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
