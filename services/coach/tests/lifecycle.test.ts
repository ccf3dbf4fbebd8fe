import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  call,
  endsOf,
  getTurn,
  openSocket,
  post,
  readSse,
  textOf,
  until,
  watchTurn,
} from './clients.ts';
import { setStage, type Stage } from './replica.ts';
import { end, scripted, talker, text } from './scripted-responder.ts';

describe('conversations and the life of a replica', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.closeReplicas());
  afterAll(() => stage.close());

  it('lists conversations by page, the last asked first, titled by their first question', async () => {
    const { url } = await stage.replica({ responders: () => [talker(['Yes.'], 1)] });
    const who = await stage.athlete();
    const asked: string[] = [];
    for (const words of ['First', 'Second', `Third ${'very '.repeat(40)}long`]) {
      const { conversationId, turnId } = await ask(url, who, words);
      asked.push(conversationId);
      await readSse(url, who, turnId);
    }
    const again = await ask(url, who, 'First, once more', { conversationId: asked[0] ?? '' });
    await readSse(url, who, again.turnId);
    const page = await call(url, who, 'GET', '/conversations?limit=2');
    const rest = await call(
      url,
      who,
      'GET',
      `/conversations?limit=2&cursor=${JSON.stringify(page.body['nextCursor']).replaceAll('"', '')}`,
    );
    const list = [page, rest].flatMap(
      ({ body }) =>
        body['conversations'] as unknown as { id: string; title: string; turns: number }[],
    );
    expect(list.map(({ id }) => id)).toEqual([asked[0], asked[2], asked[1]]);
    expect(list.map(({ turns }) => turns)).toEqual([2, 1, 1]);
    expect(list[1]?.title).toMatch(/^Third (very )+…$|^Third (very )*very…$/);
    expect(rest.body['nextCursor']).toBeNull();
    const bad = await call(url, who, 'GET', '/conversations?cursor=bm9wZQ');
    expect([bad.status, bad.body['error']?.['code']]).toEqual([400, 'invalid_cursor']);
    const detail = await call(url, who, 'GET', `/conversations/${asked[0]}`);
    const turns = detail.body['turns'] as unknown as { question: string; text: string }[];
    expect(turns.map(({ question, text: words }) => [question, words])).toEqual([
      ['First', 'Yes.'],
      ['First, once more', 'Yes.'],
    ]);
  });

  it('deletes a conversation with its running turn, from another replica, and ends its readers once', async () => {
    const script = scripted();
    const a = await stage.replica({ responders: () => [script.responder] });
    const b = await stage.replica();
    const who = await stage.athlete();
    const { turnId, conversationId } = await ask(a.url, who, 'Tell me');
    const reading = [
      readSse(b.url, who, turnId).then(({ events }) => events),
      watchTurn(a.url, who, turnId),
    ];
    script.say(text('Well, '));
    await until('both tails', async () => a.deps.tails.size() + b.deps.tails.size() === 2);
    expect((await call(b.url, who, 'DELETE', `/conversations/${conversationId}`)).status).toBe(204);
    for (const events of await Promise.all(reading)) {
      expect(endsOf(events).map(({ data }) => data['status'])).toEqual(['stopped']);
    }
    expect((await call(a.url, who, 'GET', `/turns/${turnId}`)).status).toBe(404);
    expect((await call(a.url, who, 'GET', `/conversations/${conversationId}`)).status).toBe(404);
    expect((await call(a.url, who, 'DELETE', `/conversations/${conversationId}`)).status).toBe(404);
    expect(await a.deps.commands.xrange(`coach:{${turnId}}:ev`, '-', '+')).toEqual([]);
    expect(a.deps.running.size()).toBe(0);
  });

  it('lets the next responder answer when one says nothing, but not after its first words', async () => {
    const silent = { ...talker([], 1), writer: 'openai' as const };
    const broken = {
      writer: 'gemini' as const,
      async *respond() {
        yield { type: 'status' as const, phase: 'thinking' };
        throw new Error('upstream is away');
      },
    };
    const breaksOff = {
      writer: 'openai' as const,
      async *respond() {
        yield text('Half a');
      },
    };
    const last = talker(['From the baseline.'], 1);
    const who = await stage.athlete();
    const helped = await stage.replica({ responders: () => [silent, broken, last] });
    const first = await ask(helped.url, who, 'Hello?');
    await readSse(helped.url, who, first.turnId);
    expect(await getTurn(helped.url, who, first.turnId)).toMatchObject({
      status: 'done',
      text: 'From the baseline.',
      writer: 'baseline',
    });
    const cut = await stage.replica({ responders: () => [breaksOff, last] });
    const second = await ask(cut.url, who, 'Hello?');
    const { events } = await readSse(cut.url, who, second.turnId);
    expect(endsOf(events)[0]?.data).toEqual({
      status: 'error',
      errorCode: 'upstream_truncated',
      writer: 'openai',
      chars: 6,
      retryable: true,
    });
    const nobody = await stage.replica({ responders: () => [silent, broken] });
    const third = await ask(nobody.url, who, 'Hello?');
    await readSse(nobody.url, who, third.turnId);
    expect(await getTurn(nobody.url, who, third.turnId)).toMatchObject({
      status: 'error',
      errorCode: 'internal',
      writer: null,
    });
  });

  it('cuts an answer of more than 64 KB', async () => {
    const endless = talker(
      Array.from({ length: 80 }, () => 'x'.repeat(1000)),
      0,
    );
    const { url } = await stage.replica({ responders: () => [endless] });
    const who = await stage.athlete();
    const { turnId } = await ask(url, who, 'Everything');
    const { events } = await readSse(url, who, turnId);
    expect(endsOf(events)[0]?.data).toMatchObject({
      errorCode: 'output_limit',
      retryable: false,
      chars: 65_000,
    });
    expect(textOf(events)).toHaveLength(65_000);
  });

  it('goes away politely: no new turns, readers see an end, clients are told to come back', async () => {
    const script = scripted();
    const a = await stage.replica({ responders: () => [script.responder] });
    const b = await stage.replica({ responders: () => [talker(['Here.'], 1)] });
    const who = await stage.athlete();
    const { turnId, conversationId } = await ask(a.url, who, 'Tell me');
    const here = readSse(a.url, who, turnId);
    const there = readSse(b.url, who, turnId);
    script.say(text('I was about to '));
    const idle = openSocket(a.url, who);
    const hint = new Promise((resolve) => idle.on('server:retry', resolve));
    await new Promise<void>((resolve) => idle.on('connect', () => resolve()));
    const noticed = Promise.withResolvers<void>();
    const going = a.shutDown({ noticed: noticed.promise });
    expect((await post(a.url, who, 'One more?')).status).toBe(503);
    expect((await fetch(`${a.url}/health/ready`)).status).toBe(503);
    noticed.resolve();
    expect(await hint).toEqual({ afterMs: 1000 });
    for (const { events } of [await here, await there]) {
      expect(textOf(events)).toBe('I was about to ');
      expect(endsOf(events).map(({ data }) => data)).toMatchObject([
        { status: 'error', errorCode: 'server_shutdown', retryable: true },
      ]);
    }
    await going;
    await expect(fetch(`${a.url}/health/live`)).rejects.toThrow('fetch failed');
    const next = await ask(b.url, who, 'Tell me again', { conversationId });
    expect(textOf((await readSse(b.url, who, next.turnId)).events)).toBe('Here.');
  });

  it('lets a short answer finish while it goes away', async () => {
    const script = scripted();
    const a = await stage.replica({ responders: () => [script.responder] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const reading = readSse(a.url, who, turnId);
    const going = a.shutDown({ outOfPatience: new Promise(() => undefined) });
    await until('the drain', () => isClosed(a.url));
    script.say(text('Done in time.'), end);
    expect(endsOf((await reading).events)[0]?.data).toMatchObject({ status: 'done' });
    await going;
  });

  it('writes nothing while the installation is read-only', async () => {
    await stage.sql(`INSERT INTO "SystemSetting" (key, value) VALUES ('system.readonly', 'true')`);
    const { url } = await stage.replica();
    const refused = await post(url, await stage.athlete(), 'Hello?');
    expect([refused.status, refused.body['error']?.['code']]).toEqual([503, 'read_only']);
    await stage.sql(`DELETE FROM "SystemSetting"`);
  });
});

/** Whether nobody new can connect: what follows does not depend on how long that took. */
async function isClosed(url: string): Promise<boolean> {
  return fetch(`${url}/health/live`).then(
    () => false,
    () => true,
  );
}
