import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentedRoutes, mountedRoutes } from '@evensplit/testkit/mounted-routes';
import { createApp } from '../src/app.ts';
import {
  ask,
  call,
  endsOf,
  getTurn,
  openSocket,
  post,
  readSse,
  until,
  watchTurn,
  type TestSocket,
} from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';
import { end, scripted, talker, text } from './scripted-responder.ts';

type Athlete = Awaited<ReturnType<Stage['athlete']>>;

describe('who may see what', () => {
  let stage: Stage;
  let one: Replica;
  let owner: Athlete;
  let stranger: Athlete;
  let running: { turnId: string; conversationId: string };
  let done: { turnId: string; conversationId: string };
  const script = scripted();

  beforeAll(async () => {
    stage = await setStage();
    one = await stage.replica({ responders: () => [script.responder] });
    [owner, stranger] = [await stage.athlete(), await stage.athlete()];
    const quickly = await stage.replica({ responders: () => [talker(['Secret answer.'], 1)] });
    done = await ask(quickly.url, owner, 'Secret question');
    await readSse(quickly.url, owner, done.turnId);
    running = await ask(one.url, owner, 'Secret running question');
  });
  afterAll(() => stage.close());

  /** Every route of the service, as somebody would call it who knows the ids. */
  const routes = (ids: { turnId: string; conversationId: string }) =>
    [
      ['GET', `/turns/${ids.turnId}`],
      ['GET', `/turns/${ids.turnId}/events`],
      ['POST', `/turns/${ids.turnId}/stop`],
      ['GET', `/conversations/${ids.conversationId}`],
      ['GET', `/conversations/${ids.conversationId}/changes`],
      ['DELETE', `/conversations/${ids.conversationId}`],
    ] as const;

  it.each(['running', 'done'] as const)(
    'is 404 for another athlete on every route: %s turn',
    async (which) => {
      const ids = which === 'running' ? running : done;
      for (const [method, path] of routes(ids)) {
        const { status, body } = await call(one.url, stranger, method, path);
        expect([method, path, status, body['error']?.['code']]).toEqual([
          method,
          path,
          404,
          'not_found',
        ]);
      }
      const asked = await post(one.url, stranger, 'Mine now?', {
        conversationId: ids.conversationId,
      });
      expect(asked.status).toBe(404);
      expect((await getTurn(one.url, owner, ids.turnId)).status).toBe(which);
    },
  );

  it('covers every route there is', () => {
    const known = new Set([
      ...routes({ turnId: ':id', conversationId: ':id' }).map(
        ([method, path]) => `${method.toLowerCase()} /v1/coach${path}`,
      ),
      'post /v1/coach/turns',
      'get /v1/coach/conversations',
      'get /v1/coach/memories',
      'post /v1/coach/memories',
      'patch /v1/coach/memories/:id',
      'delete /v1/coach/memories/:id',
      'get /v1/coach/state',
      'get /v1/coach/suggestions',
      'get /v1/coach/preview',
      'get /health',
      'get /health/live',
      'get /health/ready',
    ]);
    expect(mountedRoutes(createApp(one.deps))).toEqual(known);
  });

  it('mounts the routes that the API document has, and no other', () => {
    expect(mountedRoutes(createApp(one.deps))).toEqual(documentedRoutes('coach'));
  });

  it('lists nothing of another athlete', async () => {
    const { body } = await call(one.url, stranger, 'GET', '/conversations');
    expect(body).toEqual({ conversations: [], nextCursor: null });
  });

  it('is 401 without a token on every route', async () => {
    const all = [
      ...routes(running),
      ['POST', '/turns'],
      ['GET', '/conversations'],
      ['GET', '/memories'],
      ['POST', '/memories'],
      ['PATCH', `/memories/${running.turnId}`],
      ['DELETE', `/memories/${running.turnId}`],
      ['GET', '/state'],
      ['GET', '/suggestions'],
      ['GET', '/preview'],
    ] as const;
    for (const [method, path] of all) {
      const answer = await call(one.url, null, method, path);
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });

  it('acknowledges not_found to another athlete on every socket event', async () => {
    const socket = openSocket(one.url, stranger);
    const heard: unknown[] = [];
    socket.on('turn:event', (event) => heard.push(event));
    await connected(socket);
    for (const { turnId } of [running, done]) {
      expect(await socket.emitWithAck('turn:watch', { turnId })).toEqual({
        ok: false,
        code: 'not_found',
      });
      expect(await socket.emitWithAck('turn:stop', { turnId })).toEqual({
        ok: false,
        code: 'not_found',
      });
      const unwatched = await new Promise((resolve) =>
        socket.emit('turn:unwatch', { turnId }, resolve),
      );
      expect(unwatched).toEqual({ ok: true });
    }
    socket.disconnect();
    expect(heard).toEqual([]);
    expect((await getTurn(one.url, owner, running.turnId)).status).toBe('running');
  });

  it.each([
    ['no token', null, { origin: 'http://coach.test' }, 'unauthenticated'],
    ['a page of another site', 'owner', { origin: 'http://evil.test' }, 'cross_site'],
  ] as const)('refuses a socket with %s', async (_what, who, headers, code) => {
    const socket = openSocket(one.url, who === 'owner' ? owner : null, headers);
    const error = await new Promise<Error & { data?: unknown }>((resolve) =>
      socket.on('connect_error', resolve),
    );
    socket.disconnect();
    expect(error.data).toEqual({ code });
  });

  it('refuses a socket that a page of another site opens with the cookie', async () => {
    const cookie = `es_at=${owner.token}`;
    for (const [origin, allowed] of [
      ['http://evil.test', false],
      ['http://coach.test', true],
    ] as const) {
      const socket = openSocket(one.url, null, { origin, cookie });
      const result = await Promise.race([
        connected(socket).then(() => true),
        new Promise<false>((resolve) => socket.on('connect_error', () => resolve(false))),
      ]);
      socket.disconnect();
      expect(result).toBe(allowed);
    }
  });

  it('limits messages per second and refuses nonsense', async () => {
    const socket = openSocket(one.url, owner);
    await connected(socket);
    expect(await socket.emitWithAck('turn:stop', { turnId: 'x' })).toEqual({
      ok: false,
      code: 'invalid_request',
    });
    const { turnId } = done;
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => socket.emitWithAck('turn:watch', { turnId, cursor: '9-9' })),
    );
    socket.disconnect();
    expect(answers.filter((answer) => answer.ok)).toHaveLength(9);
    expect(answers.at(-1)).toEqual({ ok: false, code: 'rate_limited' });
  });

  it('allows twenty streams per athlete and as many per replica as configured', async () => {
    const script20 = scripted();
    const small = await stage.replica({ responders: () => [script20.responder], maxTails: 22 });
    const [first, second] = [await stage.athlete(), await stage.athlete()];
    const { turnId } = await ask(small.url, first, 'Tell me');
    const theirs = await ask(small.url, second, 'Tell me');
    const cut = new AbortController();
    const reading = Array.from({ length: 20 }, () =>
      readSse(small.url, first, turnId, { signal: cut.signal }),
    );
    await until('twenty streams', async () => small.deps.tails.size() === 20);
    const refused = await call(small.url, first, 'GET', `/turns/${turnId}/events`);
    expect([refused.status, refused.body['error']?.['code']]).toEqual([429, 'rate_limited']);
    reading.push(
      ...[1, 2].map(() => readSse(small.url, second, theirs.turnId, { signal: cut.signal })),
    );
    await until('a full replica', async () => small.deps.tails.size() === 22);
    const full = await call(small.url, second, 'GET', `/turns/${theirs.turnId}/events`);
    expect([full.status, full.body['error']?.['code']]).toEqual([503, 'coach_busy']);
    cut.abort();
    await Promise.all(reading);
    await until('no streams', async () => small.deps.tails.size() === 0);
    script20.say(text('Bye.'), end);
    expect(endsOf((await readSse(small.url, first, turnId)).events)).toHaveLength(1);
  });

  it('cuts sockets and streams within five seconds of the end of their session, and refuses it', async () => {
    const leaving = await stage.athlete();
    const hanging = await stage.replica({ responders: () => [scripted().responder] });
    const { turnId } = await ask(hanging.url, leaving, 'Tell me');
    const reading = readSse(hanging.url, leaving, turnId);
    const watching = watchTurn(hanging.url, leaving, turnId);
    await until('both tails', async () => hanging.deps.tails.size() === 2);
    const startedAt = performance.now();
    await stage.sql(`UPDATE "Session" SET "revokedAt" = now() WHERE id = $1`, [leaving.sessionId]);
    const [sse, socket] = [await reading, await watching];
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect([...endsOf(sse.events), ...endsOf(socket)]).toEqual([]);
    const refused = await call(hanging.url, leaving, 'GET', `/turns/${turnId}`);
    expect([refused.status, refused.body['error']?.['code']]).toEqual([401, 'session_ended']);
  });
});

function connected(socket: TestSocket): Promise<void> {
  return new Promise((resolve) => socket.on('connect', () => resolve()));
}
