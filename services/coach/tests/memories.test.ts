import { randomUUID } from 'node:crypto';
import { MOST_MEMORIES, type MemoryList, type MemoryView } from '@evensplit/contracts';
import { createLog } from '@evensplit/platform/log';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, call, getTurn, readSse, until } from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';
import { talker } from './scripted-responder.ts';

type Athlete = Awaited<ReturnType<Stage['athlete']>>;

/** A Friday noon in Berlin. */
const NOW = new Date('2026-11-20T11:00:00Z');
const achilles = {
  kind: 'injury',
  topic: 'left Achilles',
  text: 'Hurts in the morning',
  status: 'active',
  since: '2026-11-12',
};
const sunday = { kind: 'preference', text: 'Long run on Sunday' };

describe('memories', () => {
  let stage: Stage;
  let one: Replica;
  let who: Athlete;

  beforeAll(async () => {
    stage = await setStage(() => NOW);
    one = await stage.replica({ responders: () => [talker(['Well.'], 1)] });
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    who = await stage.athlete();
  });

  const add = (body: object, key: string = randomUUID(), by = who) =>
    call(one.url, by, 'POST', '/memories', { body, headers: { 'idempotency-key': key } });
  const change = (id: string, body: object, by = who) =>
    call(one.url, by, 'PATCH', `/memories/${id}`, { body });
  const list = async (by = who) => {
    const { body } = await call(one.url, by, 'GET', '/memories');
    return (body as unknown as MemoryList).memories;
  };
  const kept = async (body: object) => (await add(body)).body as unknown as MemoryView;
  const said = async (text: string, by = who) => {
    const turn = await ask(one.url, by, text);
    await readSse(one.url, by, turn.turnId);
    return turn;
  };

  it('keeps what the athlete typed and tells where it came from', async () => {
    const { status, body } = await add(achilles);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...achilles,
      until: null,
      state: 'now',
      revision: 1,
      source: { from: 'typed' },
    });
    await add(sunday);
    expect((await list()).map(({ kind }) => kind)).toEqual(['preference', 'injury']);
  });

  it.each([
    [{ ...achilles, status: 'over' }, 'over'],
    [{ kind: 'event', topic: 'travel', since: '2026-11-10', until: '2026-11-19' }, 'over'],
    [{ kind: 'event', topic: 'travel', since: '2026-11-10', until: '2026-11-20' }, 'now'],
    [{ kind: 'phase', topic: 'taper', since: '2026-11-21' }, 'to_come'],
    [sunday, 'now'],
  ])('says whether it applies on the civil day: %j is %s', async (body, state) => {
    expect(await kept(body)).toMatchObject({ state });
  });

  it.each([
    [{ kind: 'preference', text: '' }, 'text'],
    [{ kind: 'preference', text: 'x'.repeat(281) }, 'text'],
    [{ kind: 'preference', text: 'a\u0000b' }, 'text'],
    [{ kind: 'preference', text: 'Hills', status: 'active' }, 'status'],
    [{ kind: 'injury', text: 'Hurts' }, 'topic'],
    [{ ...achilles, status: null }, 'status'],
    [{ ...achilles, until: '2026-11-01' }, 'until'],
    [{ ...achilles, since: '2026-02-30' }, 'since'],
    [{ kind: 'phase', topic: 'sideways' }, 'topic'],
    [{ kind: 'event', topic: 'party' }, 'topic'],
    [{ kind: 'mood', text: 'fine' }, 'kind'],
  ])('refuses %j because of its %s', async (body, path) => {
    const answer = await add(body);
    expect([answer.status, answer.body['error']?.['code']]).toEqual([400, 'invalid_request']);
    expect(JSON.stringify(answer.body['error']?.['details'])).toContain(`"path":"${path}"`);
    expect(await list()).toEqual([]);
  });

  it('keeps a request that is sent twenty times once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => add(achilles, key)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body['id']))).size).toBe(1);
    const other = await add(sunday, key);
    expect([other.status, other.body['error']?.['code']]).toEqual([422, 'idempotency_key_reused']);
    expect(await list()).toHaveLength(1);
  });

  it('is not the memory of another athlete who uses the same key', async () => {
    const key = randomUUID();
    const stranger = await stage.athlete();
    await add(achilles, key);
    expect((await add(sunday, key, stranger)).status).toBe(201);
    expect(await list(stranger)).toHaveLength(1);
  });

  it('changes what was read, and not what somebody else changed in between', async () => {
    const { id } = await kept(achilles);
    const first = await change(id, { status: 'recovering', revision: 1 });
    expect(first.body).toMatchObject({ ...achilles, status: 'recovering', revision: 2 });
    const late = await change(id, { text: 'Gone', revision: 1 });
    expect([late.status, late.body['error']?.['code']]).toEqual([409, 'memory_changed']);
    const both = await Promise.all(['a', 'b'].map((text) => change(id, { text, revision: 2 })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await list())[0]).toMatchObject({ revision: 3, status: 'recovering' });
  });

  it('refuses a change that would leave nonsense', async () => {
    const { id } = await kept(achilles);
    for (const body of [{ topic: null }, { status: null }, { until: '2026-11-01' }]) {
      expect((await change(id, { ...body, revision: 1 })).status).toBe(400);
    }
    expect((await list())[0]).toMatchObject({ ...achilles, revision: 1 });
  });

  it('forgets', async () => {
    const { id } = await kept(achilles);
    expect((await call(one.url, who, 'DELETE', `/memories/${id}`)).status).toBe(204);
    expect((await call(one.url, who, 'DELETE', `/memories/${id}`)).status).toBe(404);
    expect(await list()).toEqual([]);
  });

  it('is 404 for another athlete, and stays as it is', async () => {
    const { id } = await kept(achilles);
    const stranger = await stage.athlete();
    const { turnId } = await said('Remember that I prefer hills');
    const answers = [
      await change(id, { text: 'Mine', revision: 1 }, stranger),
      await call(one.url, stranger, 'DELETE', `/memories/${id}`),
      await add({ ...sunday, sourceTurnId: turnId }, randomUUID(), stranger),
    ];
    for (const { status, body } of answers) {
      expect([status, body['error']?.['code']]).toEqual([404, 'not_found']);
    }
    expect(await list(stranger)).toEqual([]);
    expect(await list()).toMatchObject([achilles]);
  });

  it('has room for so many and says when it is full, also to a crowd', async () => {
    await stage.sql(
      `INSERT INTO "Memory" (id, "athleteId", kind, text, "idempotencyKey", "requestHash")
       SELECT gen_random_uuid(), $1, 'preference', 'Note ' || n, 'seed-' || n, '' FROM generate_series(1, $2) n`,
      [who.id, MOST_MEMORIES - 1],
    );
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(sunday)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 409, 409, 409, 409,
    ]);
    expect(await list()).toHaveLength(MOST_MEMORIES);
    const refused = await add(sunday);
    expect(refused.body['error']?.['code']).toBe('memory_limit');
  });

  it('keeps what was confirmed in a conversation once, and outlives the conversation', async () => {
    const { turnId, conversationId } = await said('Remember that I prefer long runs on Saturday');
    const saturday = { ...sunday, text: 'I prefer long runs on Saturday', sourceTurnId: turnId };
    const [first, second] = await Promise.all([add(saturday), add(saturday)]);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 201]);
    expect(await list()).toMatchObject([
      { source: { from: 'conversation', conversationId, turnId } },
    ]);
    await call(one.url, who, 'DELETE', `/conversations/${conversationId}`);
    expect(await list()).toMatchObject([
      { source: { from: 'conversation', conversationId: null, turnId: null } },
    ]);
  });

  describe('from a conversation', () => {
    const LONG_RUN = 'Remember that I prefer long runs on Saturday';

    it.each([
      [LONG_RUN, { kind: 'preference', text: 'I prefer long runs on Saturday' }],
      ['I am travelling until Friday', { kind: 'event', topic: 'travel' }],
      // Answered by the fixed text alone; keeping it is offered all the same.
      ['Remember that my left achilles hurts', { kind: 'injury', topic: 'left achilles' }],
    ])('offers what was said, in the words of the athlete: %s', async (question, memory) => {
      const { turnId, conversationId } = await said(question);
      const { proposedMemory } = await getTurn(one.url, who, turnId);
      expect(proposedMemory).toMatchObject({ memory, keptAs: null });
      const { body } = await call(one.url, who, 'GET', `/conversations/${conversationId}`);
      expect(body['turns']).toMatchObject([{ proposedMemory }]);
      expect(await list()).toEqual([]);
    });

    it('keeps the offer as it is sent back, once, and the turn tells', async () => {
      const { turnId } = await said(LONG_RUN);
      const { proposedMemory } = await getTurn(one.url, who, turnId);
      const { body, status } = await add({ ...proposedMemory?.memory, sourceTurnId: turnId });
      expect([status, body['source']]).toMatchObject([201, { from: 'conversation', turnId }]);
      const after = await getTurn(one.url, who, turnId);
      expect(after.proposedMemory?.keptAs).toBe(body['id']);
    });

    it.each(['How was my last run?', 'Remember my last run?', 'I have chest pain, remember that'])(
      'offers nothing for: %s',
      async (question) => {
        const { turnId } = await said(question);
        expect((await getTurn(one.url, who, turnId)).proposedMemory).toBeNull();
      },
    );

    it('is offered by the baseline, which then tells what it knows', async () => {
      const real = await stage.replica();
      const answer = async (question: string) => {
        const { turnId } = await ask(real.url, who, question);
        await readSse(real.url, who, turnId);
        const { text } = await getTurn(real.url, who, turnId);
        return text.replaceAll(/\[([^\]]*)\]\(#fact:[^)]+\)/g, '$1');
      };
      expect(await answer(LONG_RUN)).toMatch(/^I can remember that, but only if you say so/);
      expect(await answer('What do you know about me?')).toContain('not asked me to remember');
      await add(achilles);
      await add({ kind: 'event', topic: 'travel', until: '2026-11-01', text: 'In Lisbon' });
      const told = await answer('What do you know about me?');
      expect(told).toContain('Injury: “left Achilles: Hurts in the morning”, for 8 days now.');
      expect(told).toContain('Going on, over: “travel: In Lisbon”.');
      const injuries = await answer('What injuries have I noted?');
      expect(injuries).toContain('Hurts in the morning');
      expect(injuries).not.toContain('Lisbon');
    });
  });

  it('leaves no word of it in the logs, whatever goes wrong', async () => {
    const lines: string[] = [];
    const log = createLog({ service: 'coach', level: 'trace', write: (line) => lines.push(line) });
    const loud = await stage.replica({ log });
    const secret = { ...achilles, text: 'Secretword hurts', topic: 'secretword' };
    const send = (method: string, path: string, body: object) =>
      call(loud.url, who, method, path, { body, headers: { 'idempotency-key': 'same-same' } });
    const { body } = await send('POST', '/memories', secret);
    await send('POST', '/memories', { ...secret, text: 'Secretword again' });
    await send('POST', '/memories', { ...secret, status: 'secretword' });
    await send('PATCH', `/memories/${String(body['id'] as unknown)}`, { ...secret, revision: 9 });
    const { turnId } = await ask(loud.url, who, 'Remember that my secretword hurts');
    await readSse(loud.url, who, turnId);
    await until('lines', async () => lines.length > 4);
    expect(lines.join('').toLowerCase()).not.toContain('secretword');
  });

  it('goes with its athlete', async () => {
    await add(achilles);
    await stage.sql(`DELETE FROM "Athlete" WHERE id = $1`, [who.id]);
    const left = await stage.sql(`SELECT 1 FROM "Memory" WHERE "athleteId" = $1`, [who.id]);
    expect(left).toEqual([]);
  });

  it('cannot be written while the installation is read-only', async () => {
    const { id } = await kept(achilles);
    await stage.sql(
      `INSERT INTO "SystemSetting" (key, value) VALUES ('system.readonly', 'true')
       ON CONFLICT (key) DO UPDATE SET value = 'true'`,
    );
    const isReadOnly = async () => one.deps.control.setting('system.readonly') === true;
    await until('the switch', isReadOnly);
    const answers = [
      await add(sunday),
      await change(id, { text: 'x', revision: 1 }),
      await call(one.url, who, 'DELETE', `/memories/${id}`),
    ];
    await stage.sql(`DELETE FROM "SystemSetting"`);
    expect(answers.map(({ body }) => body['error']?.['code'])).toEqual(Array(3).fill('read_only'));
    expect(await list()).toHaveLength(1);
  });
});
