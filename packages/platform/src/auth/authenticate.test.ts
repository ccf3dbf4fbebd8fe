import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { captureLog } from '../../test/capture-log.ts';
import { createHealth } from '../http/health.ts';
import { createHttpApp } from '../http/create-http-app.ts';
import {
  createTokenSigner,
  createTokenVerifier,
  generateSigningKey,
  publicJwksOf,
} from './access-token.ts';
import type { Actor } from './actor.ts';
import { authenticateSocket } from './authenticate-socket.ts';
import { actorOf, createAuthenticator } from './authenticate.ts';
import { createSessionCookies } from './cookies.ts';

const actor: Actor = { athleteId: 'athlete-1', sessionId: 'session-1', roles: ['athlete'] };
const publicUrl = 'https://run.example.org';

async function aService() {
  const { log, text } = captureLog();
  let now = new Date('2026-11-20T12:00:00Z');
  const clock = () => now;
  const revoked = new Set<string>();
  const privateJwk = await generateSigningKey('k1');
  const audience = 'evensplit';
  const signer = await createTokenSigner({ privateJwk, audience, clock });
  const deps = {
    verifier: createTokenVerifier({ jwks: publicJwksOf(privateJwk), audience, clock }),
    cookies: createSessionCookies(publicUrl),
    control: { isRevoked: (sessionId: string) => revoked.has(sessionId) },
    findApiToken: async (token: string) =>
      token === 'es_pat_good' ? { ...actor, scopes: ['runs:read'] } : undefined,
  };
  const { requireAthlete } = createAuthenticator(deps);
  const app = createHttpApp({
    log,
    publicUrl,
    health: createHealth({ checks: [], log }),
    loadGauge: { overloaded: () => false },
    jsonBodyLimit: '100kb',
    mount: (routes) => {
      routes.get('/me', requireAthlete(), (req, res) => res.json(actorOf(req)));
      routes.get('/runs', requireAthlete({ scope: 'runs:read' }), (req, res) =>
        res.json(actorOf(req)),
      );
      routes.get('/forgotten', (req, res) => res.json(actorOf(req)));
    },
  });
  const { token } = await signer.sign(actor);
  return {
    app,
    deps: { ...deps, publicUrl },
    token,
    text,
    revoke: (sessionId: string) => void revoked.add(sessionId),
    wait: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000)),
  };
}

const cookie = (token: string) => ({ Cookie: `other=1; __Host-es_at=${token}` });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('requireAthlete', () => {
  it('accepts the cookie or a Bearer token and hands on the actor', async () => {
    const { app, token } = await aService();
    for (const headers of [cookie(token), bearer(token)]) {
      const res = await request(app).get('/me').set(headers);
      expect([res.status, res.body]).toEqual([200, actor]);
    }
  });

  it('answers 401 unauthenticated without credentials or with other identity headers', async () => {
    const { app, token } = await aService();
    for (const headers of [{}, { 'X-User-Id': 'athlete-1' }, { Cookie: `es_at=${token}` }]) {
      const res = await request(app).get('/me').set(headers);
      expect([res.status, res.body.error.code]).toEqual([401, 'unauthenticated']);
    }
  });

  it('answers 401 token_expired when the token is over', async () => {
    const { app, token, wait } = await aService();
    wait(600);
    const res = await request(app).get('/me').set(cookie(token));
    expect([res.status, res.body.error.code]).toEqual([401, 'token_expired']);
  });

  it('refuses a revoked session although its token is still valid', async () => {
    const { app, token, revoke } = await aService();
    revoke('session-1');
    const res = await request(app).get('/me').set(cookie(token));
    expect([res.status, res.body.error.code]).toEqual([401, 'session_ended']);
  });

  it('lets API tokens pass only where a scope of theirs is named', async () => {
    const { app } = await aService();
    expect((await request(app).get('/runs').set(bearer('es_pat_good'))).status).toBe(200);
    expect((await request(app).get('/me').set(bearer('es_pat_good'))).status).toBe(403);
    expect((await request(app).get('/runs').set(bearer('es_pat_bad'))).status).toBe(401);
    expect((await request(app).get('/runs').set(cookie('es_pat_good'))).status).toBe(401);
  });

  it('protects a route that forgot it', async () => {
    const { app, token } = await aService();
    expect((await request(app).get('/forgotten').set(cookie(token))).status).toBe(401);
  });

  it('never logs a token', async () => {
    const { app, token, text } = await aService();
    await request(app)
      .get(`/me?token=${token}`)
      .set(bearer(`${token}x`));
    expect(text()).not.toContain(token.slice(-20));
  });
});

describe('authenticateSocket', () => {
  it('accepts our own pages with the cookie, and native clients with a Bearer token', async () => {
    const { deps, token } = await aService();
    const page = { origin: publicUrl, cookie: `__Host-es_at=${token}` };
    expect(await authenticateSocket(deps, { headers: page })).toEqual(actor);
    const native = { authorization: `Bearer ${token}` };
    expect(await authenticateSocket(deps, { headers: native })).toEqual(actor);
  });

  it('refuses other pages, and the cookie without an origin', async () => {
    const { deps, token } = await aService();
    const cookieHeader = `__Host-es_at=${token}`;
    const handshakes = [
      { origin: 'https://evil.example.com', cookie: cookieHeader },
      { origin: 'https://run.example.org.evil.com', authorization: `Bearer ${token}` },
      { cookie: cookieHeader },
    ];
    for (const headers of handshakes) {
      await expect(authenticateSocket(deps, { headers })).rejects.toMatchObject({
        code: 'cross_site',
      });
    }
  });

  it('refuses revoked sessions, expired tokens and API tokens without the scope', async () => {
    const { deps, token, revoke, wait } = await aService();
    const headers = { origin: publicUrl, cookie: `__Host-es_at=${token}` };
    const apiToken = { headers: { authorization: 'Bearer es_pat_good' } };
    await expect(authenticateSocket(deps, apiToken)).rejects.toMatchObject({ code: 'forbidden' });
    const scoped = await authenticateSocket(deps, apiToken, { scope: 'runs:read' });
    expect(scoped.athleteId).toBe('athlete-1');
    revoke('session-1');
    await expect(authenticateSocket(deps, { headers })).rejects.toMatchObject({
      code: 'session_ended',
    });
    wait(600);
    await expect(authenticateSocket(deps, { headers })).rejects.toMatchObject({
      code: 'token_expired',
    });
  });
});
