import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentedRoutes, mountedRoutes } from '@evensplit/testkit/mounted-routes';
import request from 'supertest';
import { signUp, startHarness, type Harness, type SignedIn } from './harness.ts';

/** Every route that takes an id or needs a session; a new route belongs here (reliability.md F33). */
const routes = (ids: { activity: string; session: string; invite: string }) =>
  [
    ['get', '/v1/me', 'own'],
    ['patch', '/v1/me', 'own'],
    ['post', '/v1/me/password', 'own'],
    ['get', '/v1/me/consents', 'own'],
    ['put', '/v1/me/consents', 'own'],
    ['get', '/v1/sessions', 'own'],
    ['delete', '/v1/sessions', 'own'],
    ['delete', `/v1/sessions/${ids.session}`, 'other'],
    ['get', '/v1/home', 'own'],
    ['get', '/v1/activities', 'own'],
    ['get', `/v1/activities/${ids.activity}`, 'other'],
    ['get', `/v1/activities/${ids.activity}/streams`, 'other'],
    ['get', '/v1/facts/last-run', 'own'],
    ['get', '/v1/admin/settings', 'owner'],
    ['put', '/v1/admin/settings/auth.signup', 'owner'],
    ['get', '/v1/admin/invites', 'owner'],
    ['post', '/v1/admin/invites', 'owner'],
    ['delete', `/v1/admin/invites/${ids.invite}`, 'owner'],
    ['post', '/v1/auth/logout', 'own'],
  ] as const;

describe('tenancy', () => {
  let harness: Harness;
  let stranger: SignedIn;
  let ids: { activity: string; session: string; invite: string };

  beforeAll(async () => {
    harness = await startHarness();
    const owner = await signUp(harness.app);
    const victim = await signUp(harness.app);
    stranger = await signUp(harness.app);
    const run = await harness.build.aRun(victim.athleteId, { name: 'Secret run' });
    const sessions = await request(harness.app).get('/v1/sessions').set('Cookie', victim.cookies);
    const invite = await request(harness.app)
      .post('/v1/admin/invites')
      .set('Cookie', owner.cookies)
      .send({});
    ids = { activity: run.id, session: sessions.body.sessions[0].id, invite: invite.body.id };
  });
  afterAll(() => harness.close());

  it('covers every route of the service that is not open to everybody', () => {
    const open = [
      'get /v1/auth/options',
      'post /v1/auth/signup',
      'post /v1/auth/login',
      'post /v1/auth/refresh',
      'get /health',
      'get /health/live',
      'get /health/ready',
    ];
    const walked = routes({ activity: ':id', session: ':id', invite: ':id' }).map(
      ([method, path]) =>
        `${method} ${path}`
          .replace('facts/last-run', 'facts/:query')
          .replace('auth.signup', ':key'),
    );
    expect(new Set([...walked, ...open])).toEqual(mountedRoutes(harness.app));
  });

  it('mounts the routes that the API document has, and no other', () => {
    expect(mountedRoutes(harness.app)).toEqual(documentedRoutes('core-api'));
  });

  it('asks everybody to sign in first', async () => {
    for (const [method, path] of routes(ids)) {
      const answer = await request(harness.app)
        [method](path)
        .send(method === 'get' ? undefined : {});
      expect([path, answer.status, answer.body.error.code]).toEqual([path, 401, 'unauthenticated']);
    }
  });

  it("treats another athlete's ids as unknown and the owner's area as forbidden", async () => {
    for (const [method, path, kind] of routes(ids)) {
      if (kind === 'own') continue;
      const answer = await request(harness.app)
        [method](path)
        .set('Cookie', stranger.cookies)
        .send(method === 'get' ? undefined : { value: 'closed', reason: 'mine now' });
      expect([path, answer.status]).toEqual([path, kind === 'owner' ? 403 : 404]);
      expect(answer.text).not.toContain('Secret run');
    }
  });

  it("shows nothing of others in the stranger's own lists", async () => {
    for (const path of ['/v1/home', '/v1/activities', '/v1/facts/last-run', '/v1/facts/bests']) {
      const answer = await request(harness.app).get(path).set('Cookie', stranger.cookies);
      expect(answer.text).not.toMatch(/Secret run/);
      expect(answer.text).not.toContain(ids.activity);
    }
  });
});
