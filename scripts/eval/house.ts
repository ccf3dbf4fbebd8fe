import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import {
  createTokenSigner,
  generateSigningKey,
  publicJwksOf,
  TOKEN_AUDIENCE,
} from '@evensplit/platform/auth/access-token';
import { testDatabase, testRedis, type TestDatabase } from '@evensplit/testkit/database';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startService } from '../stack/start-service.ts';
import { EVAL_NOW } from './now.ts';

const COACH = 'services/coach/bench/eval-main.ts';

export type Running = { url: string; stop: () => Promise<void> };

/** A database of its own and the services that work on it, each in a process of its own. */
export type House = {
  database: TestDatabase;
  sql: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  startIngest: () => Promise<Running>;
  /** A coach at the moment of the evaluation, with the models that these settings name. */
  startCoach: (models: Record<string, string>) => Promise<Running>;
  /** A fresh session of an athlete, as the coach or ingest accepts it at its own time. */
  tokenFor: (athleteId: string, when: 'then' | 'now') => Promise<string>;
  close: () => Promise<void>;
};

/** Needs the Postgres and the Redis of the testkit's set-up to run. */
export async function openHouse(log: (line: string) => void = () => undefined): Promise<House> {
  const [database, coachRedis, ingestRedis, folder, key] = await Promise.all([
    testDatabase(),
    testRedis('coach'),
    testRedis('ingest'),
    tempDir('eval'),
    generateSigningKey('eval'),
  ]);
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  const started: Running[] = [];
  const shared = {
    PUBLIC_URL: 'http://eval.test',
    AUTH_PUBLIC_JWKS: JSON.stringify(publicJwksOf(key)),
    SHUTDOWN_DELAY_S: '0',
    LOG_FORMAT: 'line',
    LOG_LEVEL: 'warn',
  };
  const audience = { privateJwk: key, audience: TOKEN_AUDIENCE };
  const signers = {
    then: await createTokenSigner({ ...audience, clock: () => EVAL_NOW }),
    now: await createTokenSigner({ ...audience, clock: () => new Date() }),
  };

  async function start(
    name: 'coach' | 'ingest',
    env: Record<string, string>,
    entry?: { entry: string; args: string[] },
  ): Promise<Running> {
    const part = await startService({
      name,
      port: await freePort(),
      metricsPort: await freePort(),
      env: { ...shared, ...env },
      log,
      ...entry,
    });
    const running = { url: `http://127.0.0.1:${part.port}`, stop: part.stop };
    started.push(running);
    return running;
  }

  return {
    database,
    sql: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await admin.query<Row>(text, values)).rows,
    startIngest: () =>
      start('ingest', {
        DATABASE_URL: database.urls.ingest,
        REDIS_QUEUE_URL: ingestRedis.queueUrl,
        REDIS_CACHE_URL: ingestRedis.cacheUrl,
        RAW_FILES_DIR: `${folder.path}/raw`,
        PARSER_CHILDREN: '2',
        WORKER_CONCURRENCY: '4',
      }),
    startCoach: (models) =>
      start(
        'coach',
        {
          DATABASE_URL: database.urls.coach,
          REDIS_QUEUE_URL: coachRedis.queueUrl,
          REDIS_CACHE_URL: coachRedis.cacheUrl,
          COACH_MAX_TURNS: '2000',
          COACH_DAILY_TOKENS: '1000000000',
          ...models,
        },
        { entry: COACH, args: [EVAL_NOW.toISOString()] },
      ),
    tokenFor: async (athleteId, when) =>
      (await signers[when].sign({ athleteId, sessionId: randomUUID(), roles: ['athlete'] })).token,
    async close() {
      await Promise.all(started.map((one) => one.stop()));
      await admin.end();
      await database.drop();
      await folder.remove();
    },
  };
}
