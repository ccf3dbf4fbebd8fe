import { describe, expect, it } from '@jest/globals';
import { ApiError } from './api-error.ts';
import { createClient } from './create-client.ts';

const session = { athlete: { id: 'a' }, accessExpiresAt: '2026-11-20T10:10:00Z' };

function refusal(status: number, code: string): Response {
  return Response.json({ error: { code, message: code, requestId: 'r-1' } }, { status });
}

/** A server whose access token has run out until somebody refreshes. */
function expiredServer(refreshAnswer: () => Response = () => Response.json(session)) {
  const calls: string[] = [];
  let fresh = false;
  const seen = { sessions: 0, signedOut: 0 };
  const client = createClient({
    async fetch(path) {
      calls.push(path);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (path === '/v1/auth/refresh') {
        const answer = refreshAnswer();
        fresh = answer.ok;
        return answer;
      }
      return fresh ? Response.json({ ok: path }) : refusal(401, 'token_expired');
    },
    onSession: () => (seen.sessions += 1),
    onSignedOut: () => (seen.signedOut += 1),
  });
  return { client, calls, seen };
}

describe('requests with an access token that ran out', () => {
  it('refreshes once for many requests and sends each of them again', async () => {
    const { client, calls, seen } = expiredServer();
    const paths = ['/v1/home', '/v1/activities', '/v1/me', '/v1/sessions'];
    const answers = await Promise.all(paths.map((path) => client.send('GET', path)));
    expect(answers).toEqual(paths.map((path) => ({ ok: path })));
    expect(calls.filter((path) => path === '/v1/auth/refresh')).toHaveLength(1);
    expect(seen).toEqual({ sessions: 1, signedOut: 0 });
  });

  it('signs out when the refresh is refused', async () => {
    const { client, seen } = expiredServer(() => refusal(401, 'session_ended'));
    await expect(client.send('GET', '/v1/home')).rejects.toMatchObject({ code: 'session_ended' });
    expect(seen.signedOut).toBe(1);
  });

  it('keeps the session when the refresh could not be answered', async () => {
    const { client, seen } = expiredServer(() => new Response('bad gateway', { status: 502 }));
    await expect(client.send('GET', '/v1/home')).rejects.toMatchObject({ status: 502 });
    expect(seen.signedOut).toBe(0);
  });

  it('tries the refresh again after one that failed', async () => {
    let refreshes = 0;
    const { client } = expiredServer(() =>
      ++refreshes === 1 ? new Response('', { status: 503 }) : Response.json(session),
    );
    await expect(client.send('GET', '/v1/home')).rejects.toBeInstanceOf(ApiError);
    await expect(client.send('GET', '/v1/home')).resolves.toEqual({ ok: '/v1/home' });
  });
});

describe('errors', () => {
  it('does not refresh because of a wrong password', async () => {
    const calls: string[] = [];
    const client = createClient({
      fetch: async (path) => {
        calls.push(path);
        return refusal(401, 'wrong_credentials');
      },
      onSession: () => {},
      onSignedOut: () => {},
    });
    await expect(client.send('POST', '/v1/auth/login', { body: {} })).rejects.toMatchObject({
      code: 'wrong_credentials',
      requestId: 'r-1',
    });
    expect(calls).toEqual(['/v1/auth/login']);
  });

  it('calls a missing answer unreachable', async () => {
    const client = createClient({
      fetch: async () => {
        throw new TypeError('fetch failed');
      },
      onSession: () => {},
      onSignedOut: () => {},
    });
    await expect(client.send('GET', '/v1/home')).rejects.toMatchObject({
      code: 'unreachable',
      status: 0,
    });
  });
});
