import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, call, getTurn, post, readSse, textOf, until } from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';
import { end, scripted, text } from './scripted-responder.ts';

describe('starting a turn', () => {
  let stage: Stage;
  let open: Replica[] = [];
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()));
    open = [];
  });
  afterAll(() => stage.close());

  async function replica(options: Parameters<Stage['replica']>[0] = {}) {
    const made = await stage.replica(options);
    open.push(made);
    return made;
  }

  it('answers fifty requests with one key with one turn, whichever replica they reach', async () => {
    const script = scripted();
    const responders = () => [script.responder];
    const [a, b] = [await replica({ responders }), await replica({ responders })];
    const who = await stage.athlete();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        post((i % 2 ? a : b).url, who, 'Hello?', { key: 'same-key-50' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(new Set(answers.map(({ body }) => body['turnId'])).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body['conversationId'])).size).toBe(1);
    script.say(text('Hi.'), end);
    await until('the end', async () => a.deps.running.size() + b.deps.running.size() === 0);
    expect(script.asked()).toBe(1);
    const rows = await stage.sql(`SELECT id FROM "Turn" WHERE "athleteId" = $1`, [who.id]);
    expect(rows).toHaveLength(1);
    const conversations = await stage.sql(`SELECT id FROM "Conversation" WHERE "athleteId" = $1`, [
      who.id,
    ]);
    expect(conversations).toHaveLength(1);
  });

  it('answers 422 when a key comes back with another question', async () => {
    const { url } = await replica();
    const who = await stage.athlete();
    await ask(url, who, 'One', { key: 'key-key-1' });
    const again = await post(url, who, 'Two', { key: 'key-key-1' });
    expect([again.status, again.body['error']?.['code']]).toEqual([422, 'idempotency_key_reused']);
  });

  it('lets two athletes use the same key', async () => {
    const { url } = await replica();
    const [one, two] = [await stage.athlete(), await stage.athlete()];
    const first = await ask(url, one, 'One', { key: 'key-key-2' });
    const second = await ask(url, two, 'One', { key: 'key-key-2' });
    expect(second.turnId).not.toBe(first.turnId);
  });

  it('answers 409 while the conversation is answered, 429 at the third running turn', async () => {
    const script = scripted();
    const { url } = await replica({ responders: () => [script.responder] });
    const who = await stage.athlete();
    const { conversationId, turnId } = await ask(url, who, 'First');
    const same = await post(url, who, 'Second', { conversationId });
    expect([same.status, same.body['error']?.['code']]).toEqual([409, 'turn_active']);
    const other = await ask(url, who, 'Elsewhere');
    const third = await post(url, who, 'Third');
    expect([third.status, third.body['error']?.['code']]).toEqual([429, 'turn_limit']);
    script.say(text('Yes.'), end);
    await readSse(url, who, turnId);
    await readSse(url, who, other.turnId);
    expect((await post(url, who, 'Second', { conversationId })).status).toBe(202);
  });

  it('starts only one of many questions that race for one conversation', async () => {
    const script = scripted();
    const responders = () => [script.responder];
    const [a, b] = [await replica({ responders }), await replica({ responders })];
    const who = await stage.athlete();
    const { conversationId, turnId } = await ask(a.url, who, 'First');
    await call(a.url, who, 'POST', `/turns/${turnId}/stop`);
    await until('the stop', async () => (await getTurn(a.url, who, turnId)).status === 'stopped');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        post((i % 2 ? a : b).url, who, `Q${i}`, { conversationId }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((x, y) => x - y);
    expect(statuses).toEqual([202, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('answers 503 with Retry-After when the replica is full, and again 202 when it is not', async () => {
    const script = scripted();
    const { url, deps } = await replica({ responders: () => [script.responder], maxTurns: 1 });
    const [one, two] = [await stage.athlete(), await stage.athlete()];
    await ask(url, one, 'First');
    const busy = await post(url, two, 'Second');
    expect([busy.status, busy.body['error']?.['code'], busy.headers.get('retry-after')]).toEqual([
      503,
      'coach_busy',
      '2',
    ]);
    script.say(text('Done.'), end);
    await until('room', async () => deps.running.size() === 0);
    expect((await post(url, two, 'Second')).status).toBe(202);
  });

  it.each([
    ['no key', {}, { text: 'Hi' }, 400, 'invalid_request'],
    ['a short key', { 'idempotency-key': 'short' }, { text: 'Hi' }, 400, 'invalid_request'],
    ['no text', { 'idempotency-key': 'long-enough' }, { text: '  ' }, 400, 'invalid_request'],
    [
      'too long a text',
      { 'idempotency-key': 'long-enough' },
      { text: 'x'.repeat(8001) },
      400,
      'invalid_request',
    ],
    ['NUL', { 'idempotency-key': 'long-enough' }, { text: 'a\u0000b' }, 400, 'invalid_request'],
    [
      'too large a body',
      { 'idempotency-key': 'long-enough' },
      { text: 'x'.repeat(70_000) },
      413,
      'too_large',
    ],
    [
      'an unknown conversation',
      { 'idempotency-key': 'long-enough' },
      { text: 'Hi', conversationId: '00000000-0000-7000-8000-00000000dead' },
      404,
      'not_found',
    ],
  ])('refuses %s', async (_what, headers, body, status, code) => {
    const { url } = await replica();
    const answer = await call(url, await stage.athlete(), 'POST', '/turns', { body, headers });
    expect([answer.status, answer.body['error']?.['code']]).toEqual([status, code]);
  });

  it('keeps an emoji whole that a responder cuts in half', async () => {
    const script = scripted();
    const { url } = await replica({ responders: () => [script.responder] });
    const who = await stage.athlete();
    const { turnId } = await ask(url, who, 'Hi 🏃');
    script.say(text('Run \ud83c'));
    await new Promise((resolve) => setTimeout(resolve, 60));
    script.say(text('\udfc3!'), end);
    const { events } = await readSse(url, who, turnId);
    expect(textOf(events)).toBe('Run 🏃!');
    expect((await getTurn(url, who, turnId)).text).toBe('Run 🏃!');
  });
});
