import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@evensplit/testkit/wait-for';
import request from 'supertest';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { createLoginDoor } from '../src/auth/login-door.ts';
import {
  cookieNamed,
  cookiesOf,
  goodPassword,
  signUp,
  startHarness,
  type Harness,
} from './harness.ts';

describe('identity', () => {
  let harness: Harness;
  let admin: pg.Client;

  beforeAll(async () => {
    harness = await startHarness();
    admin = new pg.Client({ connectionString: harness.database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await harness.close();
  });

  const refresh = (cookie: string) =>
    request(harness.app).post('/v1/auth/refresh').set('Cookie', cookie);

  describe('sign-up', () => {
    it('makes the first account owner, later ones athletes, and sets cookies that scripts cannot read', async () => {
      const first = await signUp(harness.app);
      const second = await signUp(harness.app);
      expect(first.body.athlete.roles).toEqual(['athlete', 'owner']);
      expect(second.body.athlete.roles).toEqual(['athlete']);
      const answer = await request(harness.app)
        .post('/v1/auth/login')
        .send({ email: second.body.athlete.email, password: goodPassword });
      for (const line of answer.headers['set-cookie'] as unknown as string[])
        expect(line).toMatch(/HttpOnly.*SameSite=Lax/);
      expect(JSON.stringify(answer.body)).not.toContain(
        cookieNamed(cookiesOf(answer), 'es_at').slice(6),
      );
    });

    it.each([
      [{ password: 'short' }, 'weak_password', 422],
      [{ password: 'aaaaaaaaaaaaaaaaaaaa' }, 'weak_password', 422],
      [{ password: 'runner@example.org1', email: 'runner@example.org' }, 'weak_password', 422],
      [{ email: 'nobody' }, 'invalid_request', 400],
      [{ timeZone: 'Mars/Olympus' }, 'invalid_request', 400],
    ])('refuses %j with %s', async (given, code, status) => {
      const answer = await request(harness.app)
        .post('/v1/auth/signup')
        .send({ email: 'weak@example.org', password: goodPassword, displayName: 'Ada', ...given });
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    });

    it('names the clash when the address is taken, in any case of letters', async () => {
      const { body } = await signUp(harness.app);
      const answer = await request(harness.app).post('/v1/auth/signup').send({
        email: body.athlete.email.toUpperCase(),
        password: goodPassword,
        displayName: 'B',
      });
      expect([answer.status, answer.body.error.code]).toEqual([409, 'email_taken']);
    });
  });

  describe('log-in', () => {
    it('says the same to a wrong password and to an unknown address', async () => {
      const { body } = await signUp(harness.app);
      const wrong = await request(harness.app)
        .post('/v1/auth/login')
        .send({ email: body.athlete.email, password: 'wrong horse battery staple' });
      const unknown = await request(harness.app)
        .post('/v1/auth/login')
        .send({ email: 'unknown@example.org', password: 'wrong horse battery staple' });
      expect([wrong.status, unknown.status]).toEqual([401, 401]);
      expect(wrong.body.error.message).toBe(unknown.body.error.message);
    });

    it('stops after ten failures in a row from one address, and lets another address in', async () => {
      const { body } = await signUp(harness.app);
      const attempt = (ip: string, password: string) =>
        request(harness.app)
          .post('/v1/auth/login')
          .set('X-Forwarded-For', ip)
          .send({ email: body.athlete.email, password });
      for (let i = 0; i < 11; i++) await attempt('10.9.9.9', 'wrong horse battery staple');
      const blocked = await attempt('10.9.9.9', goodPassword);
      expect([blocked.status, blocked.body.error.code]).toEqual([429, 'rate_limited']);
      expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
      expect((await attempt('10.9.9.10', goodPassword)).status).toBe(200);
    });

    it('is refused before the body is read while all places are taken, and nothing else is', async () => {
      const { cookies } = await signUp(harness.app);
      const full = createApp({
        ...harness.deps,
        loginDoor: createLoginDoor({ atOnce: 0, queue: 0, waitMs: 0 }),
      });
      const login = await request(full)
        .post('/v1/auth/login')
        .set('Content-Type', 'application/json')
        .send('{"half":');
      expect([login.status, login.body.error.code]).toEqual([503, 'login_busy']);
      expect(login.headers['retry-after']).toBe('2');
      expect((await request(full).get('/v1/me').set('Cookie', cookies)).status).toBe(200);
    });
  });

  describe('refresh', () => {
    it('gives twenty tabs that refresh at once the same child, and advances once', async () => {
      const { cookies, athleteId } = await signUp(harness.app);
      const parent = cookieNamed(cookies, 'es_rt');
      const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(parent)));
      const children = new Set(answers.map((answer) => cookieNamed(cookiesOf(answer), 'es_rt')));
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
      expect(children.size).toBe(1);
      expect([...children][0]).not.toBe(parent);
      const { rows } = await admin.query('SELECT counter FROM "Session" WHERE "athleteId" = $1', [
        athleteId,
      ]);
      expect(rows).toEqual([{ counter: 1 }]);
    });

    it('ends the session and its current child when an old token comes back', async () => {
      const { cookies, athleteId } = await signUp(harness.app);
      const stolen = cookieNamed(cookies, 'es_rt');
      const child = cookieNamed(cookiesOf(await refresh(stolen)), 'es_rt');
      const grandchild = cookieNamed(cookiesOf(await refresh(child)), 'es_rt');
      const replay = await refresh(stolen);
      expect([replay.status, replay.body.error.code]).toEqual([401, 'refresh_reused']);
      const current = await refresh(grandchild);
      expect([current.status, current.body.error.code]).toEqual([401, 'session_ended']);
      const { rows } = await admin.query(
        `SELECT action FROM "AuditEntry" WHERE "actorId" = $1 ORDER BY id DESC LIMIT 1`,
        [athleteId],
      );
      expect(rows).toEqual([{ action: 'auth.refresh_reuse' }]);
    });

    it('refuses the parent once its ten seconds of grace are over', async () => {
      const { cookies, athleteId } = await signUp(harness.app);
      const parent = cookieNamed(cookies, 'es_rt');
      await refresh(parent);
      await admin.query(
        `UPDATE "RefreshToken" t SET "rotatedAt" = now() - interval '11 s' FROM "Session" s
         WHERE s.id = t."sessionId" AND s."athleteId" = $1 AND t.counter = 0`,
        [athleteId],
      );
      expect((await refresh(parent)).body.error.code).toBe('refresh_reused');
    });

    it('ends after thirty idle days', async () => {
      const { cookies, athleteId } = await signUp(harness.app);
      await admin.query(
        `UPDATE "Session" SET "lastSeenAt" = now() - interval '31 days' WHERE "athleteId" = $1`,
        [athleteId],
      );
      expect((await refresh(cookieNamed(cookies, 'es_rt'))).body.error.code).toBe('session_ended');
    });
  });

  describe('sessions', () => {
    it('lists devices, revokes one, and that one is refused by the control poll', async () => {
      const here = await signUp(harness.app);
      const there = await request(harness.app)
        .post('/v1/auth/login')
        .set('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
        .send({ email: here.body.athlete.email, password: goodPassword });
      const list = await request(harness.app).get('/v1/sessions').set('Cookie', here.cookies);
      expect(list.body.sessions).toHaveLength(2);
      const other = list.body.sessions.find((one: { current: boolean }) => !one.current);
      expect(other.device).toBe('Firefox on Linux');
      const gone = await request(harness.app)
        .delete(`/v1/sessions/${other.id}`)
        .set('Cookie', here.cookies);
      expect(gone.status).toBe(204);
      await waitFor('the poll', () => harness.deps.control.isRevoked(other.id));
      const refused = await request(harness.app).get('/v1/me').set('Cookie', cookiesOf(there));
      expect([refused.status, refused.body.error.code]).toEqual([401, 'session_ended']);
      expect((await request(harness.app).get('/v1/me').set('Cookie', here.cookies)).status).toBe(
        200,
      );
    });

    it('ends the session on log-out', async () => {
      const { cookies } = await signUp(harness.app);
      const out = await request(harness.app).post('/v1/auth/logout').set('Cookie', cookies);
      expect(out.status).toBe(204);
      expect((await refresh(cookieNamed(cookies, 'es_rt'))).body.error.code).toBe('session_ended');
    });

    it('ends the other sessions when the password changes, and only then takes the new one', async () => {
      const { cookies, body } = await signUp(harness.app);
      const change = (currentPassword: string) =>
        request(harness.app)
          .post('/v1/me/password')
          .set('Cookie', cookies)
          .send({ currentPassword, newPassword: 'seven quiet rivers under bridges' });
      expect((await change('not the password at all')).body.error.code).toBe('wrong_credentials');
      expect((await change(goodPassword)).status).toBe(204);
      const login = (password: string) =>
        request(harness.app).post('/v1/auth/login').send({ email: body.athlete.email, password });
      expect((await login(goodPassword)).status).toBe(401);
      expect((await login('seven quiet rivers under bridges')).status).toBe(200);
    });
  });

  describe('the owner', () => {
    it('closes sign-up to all but the invited; a code works once, however it is typed', async () => {
      const fresh = await startHarness();
      try {
        const owner = await signUp(fresh.app);
        const athlete = await signUp(fresh.app);
        const put = (cookies: string[]) =>
          request(fresh.app)
            .put('/v1/admin/settings/auth.signup')
            .set('Cookie', cookies)
            .send({ value: 'invite', reason: 'club members only' });
        expect((await put(athlete.cookies)).status).toBe(403);
        expect((await put(owner.cookies)).body).toMatchObject({ value: 'invite' });
        await waitFor('the poll', () => fresh.deps.control.setting('auth.signup') === 'invite');
        await expect(signUp(fresh.app)).rejects.toThrow(/invite_required/);
        const invite = await request(fresh.app)
          .post('/v1/admin/invites')
          .set('Cookie', owner.cookies)
          .send({ note: 'Tom' });
        const typed = invite.body.code.toLowerCase().replaceAll('-', ' ');
        await expect(signUp(fresh.app, { inviteCode: 'ABCD-EFGH-JKMN' })).rejects.toThrow(
          /invite_invalid/,
        );
        const invited = await signUp(fresh.app, { inviteCode: typed });
        expect(invited.body.athlete.roles).toEqual(['athlete']);
        await expect(signUp(fresh.app, { inviteCode: invite.body.code })).rejects.toThrow(
          /invite_invalid/,
        );
        const list = await request(fresh.app).get('/v1/admin/invites').set('Cookie', owner.cookies);
        expect(list.body.invites).toMatchObject([{ note: 'Tom', state: 'used' }]);
        expect(JSON.stringify(list.body)).not.toContain(invite.body.code);
      } finally {
        await fresh.close();
      }
    });

    it('is never the demo athlete', async () => {
      const fresh = await startHarness({ env: { DEMO_EMAIL: 'demo@example.org' } });
      try {
        const demo = await signUp(fresh.app, { email: 'demo@example.org' });
        const human = await signUp(fresh.app);
        expect(demo.body.athlete.roles).toEqual(['athlete']);
        expect(human.body.athlete.roles).toEqual(['athlete', 'owner']);
      } finally {
        await fresh.close();
      }
    });
  });
});
