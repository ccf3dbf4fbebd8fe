import { randomUUID } from 'node:crypto';
import { createTokenSigner, TOKEN_AUDIENCE } from '@evensplit/platform/auth/access-token';
import pg from 'pg';
import type { Stack } from '../stack/start-stack.ts';

export type Person = { athleteId: string; cookie: string };

/**
 * Athletes written straight into a throwaway database, with tokens signed by its own key: signing hundreds up through
 * the door would measure password hashing and meet the sign-up limit, which is there for good reason.
 */
export async function makePeople(stack: Stack, count: number): Promise<Person[]> {
  const client = new pg.Client({ connectionString: stack.urls.admin });
  await client.connect();
  try {
    const ids = Array.from({ length: count }, () => randomUUID());
    await client.query(
      `INSERT INTO "Athlete" (id, email, "displayName") SELECT id, id || '@example.org', 'Bench' FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
    const people: Person[] = [];
    for (const athleteId of ids)
      people.push({ athleteId, cookie: await cookieFor(stack, athleteId) });
    return people;
  } finally {
    await client.end();
  }
}

/** Longer than any bench takes: its people do not refresh their tokens. */
const AHEAD_MS = 60 * 60_000;

/** A fresh session's cookie for an athlete, as if signed an hour later. */
export async function cookieFor(stack: Stack, athleteId: string): Promise<string> {
  const signer = await createTokenSigner({
    privateJwk: stack.secrets.privateJwk,
    audience: TOKEN_AUDIENCE,
    clock: () => new Date(Date.now() + AHEAD_MS),
  });
  const { token } = await signer.sign({ athleteId, sessionId: randomUUID(), roles: ['athlete'] });
  return `es_at=${token}`;
}
