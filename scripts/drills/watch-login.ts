import { ErrorBody, type SessionStarted } from '@evensplit/contracts';
import { latencyOf, type Latency } from '../bench/latency.ts';
import { createApiClient, type ApiClient } from '../stack/http-client.ts';

const password = 'a drill password 42 long';

export type Account = { email: string; athleteId: string; client: ApiClient };

/** One account made through the front door, because it is to sign in through it as well. */
export async function signUp(url: string): Promise<Account> {
  const client = createApiClient(url);
  const email = `drill-${crypto.randomUUID().slice(0, 8)}@example.org`;
  const { athlete } = await client.must<SessionStarted>('POST', '/v1/auth/signup', {
    email,
    password,
    displayName: 'Drill',
    timeZone: 'Europe/Berlin',
  });
  return { email, athleteId: athlete.id, client };
}

export type LoginAnswer = { ok: boolean; status: number; retryAfter: string | null; code: string };

export async function logIn(url: string, email: string): Promise<LoginAnswer> {
  const answer = await fetch(new URL('/v1/auth/login', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
    signal: AbortSignal.timeout(20_000),
  });
  const body = await answer.text();
  return {
    ok: answer.ok,
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    code: answer.ok ? '' : codeIn(body),
  };
}

/** Why a request was refused, as the error body tells it. */
export function codeIn(body: string): string {
  return ErrorBody.safeParse(JSON.parse(body)).data?.error.code ?? 'without a code';
}

/** Signs in four times a second until told to stop; the latencies of those that worked, and how many did not. */
export function watchLogin(url: string, email: string): () => Promise<Latency> {
  const times: number[] = [];
  const running = new Set<Promise<void>>();
  let failed = 0;
  async function once(): Promise<void> {
    const startedAt = performance.now();
    const ok = await logIn(url, email).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) times.push(performance.now() - startedAt);
    else failed += 1;
  }
  const timer = setInterval(() => {
    const one = once().finally(() => running.delete(one));
    running.add(one);
  }, 250);
  return async () => {
    clearInterval(timer);
    await Promise.all(running);
    return latencyOf(times, failed);
  };
}
