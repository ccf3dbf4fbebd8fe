import { setTimeout as sleep } from 'node:timers/promises';
import { sample, type Samples } from '../latency.ts';
import { logIn } from '../log-in.ts';

export const endpoints = ['login', 'health', 'home'] as const;
export type Endpoint = (typeof endpoints)[number];
export type Round = Record<Endpoint, Samples>;

export type Visitors = {
  emails: string[];
  password: string;
  /** Sessions of an athlete with two months of runs. */
  cookies: string[];
};

/**
 * Requests per second of each kind, all at once: as many as leave half of a two-core machine idle, because near saturation
 * a p99 tells of the queue and not of the neighbour.
 */
const RATES: Record<Endpoint, number> = { login: 12, health: 60, home: 20 };
/** Far above every latency that anybody would accept, so that a standstill counts as failed instead of never ending. */
const PATIENCE_MS = 5000;
/** The kinds start apart, or their first requests of every second would meet at the same moment. */
const APART_MS = 7;

type VisitOptions = {
  /** Of the usual number of visits. */
  share?: number;
  /** Replaces the signing in where the state is about that. */
  login?: (() => Promise<Samples>) | undefined;
};

/** One round of everybody who does not want the coach. */
export async function visit(
  visitors: Visitors,
  url: string,
  seconds: number,
  { share = 1, login: otherLogin }: VisitOptions = {},
): Promise<Round> {
  const signIn = () =>
    sample(share * RATES.login, seconds, async (index) => {
      const email = visitors.emails[index % visitors.emails.length] ?? '';
      return (await logIn(url, email, visitors.password, PATIENCE_MS)) === 200;
    });
  const get = async (path: string, cookie = '') => {
    const answer = await fetch(new URL(path, url), {
      headers: { cookie },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.arrayBuffer();
    return answer.ok;
  };
  const [health, logins, home] = await Promise.all([
    // Liveness touches nothing; readiness asks Postgres and Redis once a second.
    sample(share * RATES.health, seconds, (index) =>
      get(`/health/${index % 2 ? 'ready' : 'live'}`),
    ),
    sleep(APART_MS).then(otherLogin ?? signIn),
    sleep(2 * APART_MS).then(() =>
      sample(share * RATES.home, seconds, (index) =>
        get('/v1/home', visitors.cookies[index % visitors.cookies.length]),
      ),
    ),
  ]);
  return { login: logins, health, home };
}
