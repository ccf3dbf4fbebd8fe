import type { ConversationList } from '@evensplit/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { call } from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';

type Athlete = Awaited<ReturnType<Stage['athlete']>>;

describe('searching conversations', () => {
  let stage: Stage;
  let one: Replica;
  let who: Athlete;
  let minute = 0;

  beforeAll(async () => {
    stage = await setStage();
    one = await stage.replica();
    who = await stage.athlete();
    await said(who, 'How was my long run?', [
      ['How was my long run?', 'You ran [18.02 km](#fact:AbCdEf) at **an easy** pace.'],
      ['And the heart rate?', 'It stayed below [150 bpm](#fact:HeArT1) all the way.'],
    ]);
    await said(who, 'What is my threshold?', [
      ['What is my threshold?', 'Your threshold pace is [4:20 /km](#fact:ThReSh).'],
    ]);
    await said(who, 'Läuft es besser?', [['Läuft es besser?', 'Über den Monat, ja: 100% more.']]);
    await said(who, 'A snake_case title', [['A snake_case title', 'With a back\\slash.']]);
    await said(who, 'Still running', [['Is the threshold near?', null]]);
  });
  afterAll(() => stage.close());

  async function said(
    athlete: Athlete,
    title: string,
    turns: [question: string, answer: string | null][],
  ): Promise<string> {
    const id = randomUUID();
    minute += 1;
    const at = new Date(Date.UTC(2026, 10, 1, 8, minute));
    await stage.sql(
      `INSERT INTO "Conversation" (id, "athleteId", title, "createdAt", "updatedAt") VALUES ($1, $2, $3, $4, $4)`,
      [id, athlete.id, title, at],
    );
    for (const [index, [question, answer]] of turns.entries()) {
      await stage.sql(
        `INSERT INTO "Turn" (id, "athleteId", "conversationId", "idempotencyKey", "requestHash", question, answer, status,
           owner, "leaseUntil", "deadlineAt", "createdAt", "finishedAt", "budgetDay")
         VALUES ($1, $2, $3, $4, '\\x00', $5, $6::text, CASE WHEN $6::text IS NULL THEN 'running' ELSE 'done' END::"TurnStatus",
           'test', now() + interval '1 hour', now() + interval '1 hour', $7::timestamptz,
           CASE WHEN $6::text IS NULL THEN NULL ELSE $7::timestamptz END, '2026-11-01')`,
        [
          randomUUID(),
          athlete.id,
          id,
          randomUUID(),
          question,
          answer,
          new Date(at.getTime() + index * 1000),
        ],
      );
    }
    return id;
  }

  async function search(words: string, more = '', athlete = who): Promise<ConversationList> {
    const { status, body } = await call(
      one.url,
      athlete,
      'GET',
      `/conversations?q=${encodeURIComponent(words)}${more}`,
    );
    expect(status).toBe(200);
    return body as unknown as ConversationList;
  }

  const titles = async (words: string) =>
    (await search(words)).conversations.map(({ title }) => title);

  it('finds words of questions and answers, in any case and order, the last asked first', async () => {
    expect(await titles('THRESHOLD')).toEqual(['Still running', 'What is my threshold?']);
    expect(await titles('pace threshold')).toEqual(['What is my threshold?']);
    expect(await titles('long   run')).toEqual(['How was my long run?']);
    expect(await titles('über LÄUFT')).toEqual(['Läuft es besser?']);
    expect(await titles('threshold bananas')).toEqual([]);
  });

  it('shows the place: which turn, whether question or answer, and the words around it', async () => {
    const [hit] = (await search('150')).conversations;
    expect(hit).toMatchObject({
      title: 'How was my long run?',
      turns: 2,
      found: { where: 'answer', excerpt: 'It stayed below 150 bpm all the way.' },
    });
    const detail = await call(one.url, who, 'GET', `/conversations/${hit?.id}`);
    expect(detail.body['turns']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: hit?.found?.turnId, question: 'And the heart rate?' }),
      ]),
    );
    expect((await search('heart')).conversations[0]?.found).toMatchObject({
      where: 'question',
      excerpt: 'And the heart rate?',
    });
  });

  it('reads answers as they are read: across markup, and never inside of it', async () => {
    for (const across of ['18.02 km at an', 'easy pace.', 'km 18.02', '/km.'])
      expect(await titles(across)).toHaveLength(1);
    for (const inside of ['fact', 'AbCdEf', '](', '**']) expect(await titles(inside)).toEqual([]);
  });

  it('takes every character as itself', async () => {
    expect(await titles('%')).toEqual(['Läuft es besser?']);
    expect(await titles('100%')).toEqual(['Läuft es besser?']);
    expect(await titles('_')).toEqual(['A snake_case title']);
    expect(await titles('back\\slash')).toEqual(['A snake_case title']);
    expect(await titles('\\')).toEqual(['A snake_case title']);
    expect(await titles("'; DROP TABLE")).toEqual([]);
    expect(await titles('thres\u0000hold')).toEqual(['Still running', 'What is my threshold?']);
  });

  it('lists everything, without places, for nothing but spaces', async () => {
    const { conversations } = await search('   ');
    expect(conversations).toHaveLength(5);
    expect(conversations.some(({ found }) => found)).toBe(false);
  });

  it('goes on from a cursor, each once', async () => {
    const first = await search('a', '&limit=2');
    const rest = await search('a', `&limit=2&cursor=${first.nextCursor}`);
    const last = await search('a', `&limit=2&cursor=${rest.nextCursor}`);
    const ids = [first, rest, last].flatMap(({ conversations }) =>
      conversations.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(5);
    expect(ids).toHaveLength(5);
    expect(last.nextCursor).toBeNull();
  });

  it('finds nothing of another athlete', async () => {
    const stranger = await stage.athlete();
    await said(stranger, 'My own threshold', [['My own threshold', 'Unknown.']]);
    const { conversations } = await search('threshold', '', stranger);
    expect(conversations.map(({ title }) => title)).toEqual(['My own threshold']);
    expect(await titles('threshold')).not.toContain('My own threshold');
  });

  it('refuses words without end, and a cursor that no list gave out', async () => {
    const long = await call(one.url, who, 'GET', `/conversations?q=${'x'.repeat(201)}`);
    expect([long.status, long.body['error']?.['code']]).toEqual([400, 'invalid_request']);
    const id = '-'.repeat(36);
    const cursor = Buffer.from(`2026-11-01T08:00:00.000Z|${id}`).toString('base64url');
    const bad = await call(one.url, who, 'GET', `/conversations?q=a&cursor=${cursor}`);
    expect([bad.status, bad.body['error']?.['code']]).toEqual([400, 'invalid_cursor']);
  });
});
