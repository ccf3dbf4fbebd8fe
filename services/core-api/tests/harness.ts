import { randomBytes } from 'node:crypto';
import type { SessionStarted } from '@evensplit/contracts';
import { generateSigningKey } from '@evensplit/platform/auth/access-token';
import { createLog } from '@evensplit/platform/log';
import { builders, type Builders } from '@evensplit/testkit/builders';
import { answerAsDocumented } from '@evensplit/testkit/check-answer';
import { testDatabase, testRedis, type TestDatabase } from '@evensplit/testkit/database';
import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../src/app.ts';
import { createDeps, type Deps } from '../src/deps.ts';
import { readEnv } from '../src/env.ts';

export type Harness = {
  app: Express;
  deps: Deps;
  database: TestDatabase;
  build: Builders;
  close: () => Promise<void>;
};

export const goodPassword = 'correct horse battery staple';

/** core-api as main.ts makes it, on a database of its own. */
export async function startHarness(
  given: { clock?: () => Date; env?: Record<string, string> } = {},
): Promise<Harness> {
  const database = await testDatabase();
  const { cacheUrl } = await testRedis('core');
  const env = readEnv({
    PUBLIC_URL: 'http://localhost:8080',
    DATABASE_URL: database.urls.core,
    DB_POOL: '5',
    REDIS_CACHE_URL: cacheUrl,
    AUTH_PRIVATE_JWK: JSON.stringify(await generateSigningKey('test')),
    REFRESH_SECRET: randomBytes(32).toString('base64url'),
    LOG_LEVEL: 'silent',
    ...given.env,
  });
  const log = createLog({ service: 'core-api', level: 'silent' });
  // A busy machine is no reason for a test to be refused.
  const loadGauge = {
    overloaded: () => false,
    [Symbol.dispose]: () => undefined,
  };
  const deps = await createDeps(env, {
    log,
    loadGauge,
    ...(given.clock ? { clock: given.clock } : {}),
  });
  const build = builders(database);
  return {
    app: answerAsDocumented(createApp(deps)),
    deps,
    database,
    build,
    async close() {
      await deps[Symbol.asyncDispose]();
      await build.close();
      await database.drop();
    },
  };
}

export type SignedIn = { athleteId: string; cookies: string[]; body: SessionStarted };

let people = 0;

/** A new account through the front door; each from an address of its own, so that limits do not mix tests up. */
export async function signUp(app: Express, given: Record<string, unknown> = {}): Promise<SignedIn> {
  people += 1;
  const answer = await request(app)
    .post('/v1/auth/signup')
    .set('X-Forwarded-For', `10.0.${people >> 8}.${people & 255}`)
    .send({
      email: `runner${people}@example.org`,
      password: goodPassword,
      displayName: 'Ada',
      timeZone: 'Europe/Berlin',
      ...given,
    });
  if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status} ${answer.text}`);
  return { athleteId: answer.body.athlete.id, cookies: cookiesOf(answer), body: answer.body };
}

export function cookiesOf(answer: { headers: Record<string, unknown> }): string[] {
  const set = answer.headers['set-cookie'];
  return (Array.isArray(set) ? set : []).map((line) => String(line).split(';')[0] ?? '');
}

export function cookieNamed(cookies: string[], name: string): string {
  return cookies.find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
}
