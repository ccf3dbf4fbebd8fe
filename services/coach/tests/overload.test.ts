import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, call, endsOf, post, readSse, until } from './clients.ts';
import { setStage, type Stage } from './replica.ts';
import { scripted } from './scripted-responder.ts';

describe('a coach that has too much to do', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it('refuses more work, and still ends what runs', async () => {
    const load = { tooHigh: false };
    const script = scripted();
    const { url, deps } = await stage.replica({
      responders: () => [script.responder],
      loadGauge: { overloaded: () => load.tooHigh, [Symbol.dispose]: () => undefined },
    });
    const who = await stage.athlete();
    const { turnId } = await ask(url, who, 'Tell me everything');
    const reading = readSse(url, who, turnId);
    await until('the tail', async () => deps.tails.size() === 1);
    load.tooHigh = true;
    const refused = await post(url, who, 'And something else');
    expect([refused.status, refused.body['error']?.['code']]).toEqual([503, 'overloaded']);
    expect((await call(url, who, 'GET', `/turns/${turnId}`)).status).toBe(503);
    expect((await call(url, who, 'POST', `/turns/${turnId}/stop`)).status).toBe(202);
    const { events } = await reading;
    expect(endsOf(events).map(({ data }) => data['status'])).toEqual(['stopped']);
  });
});
