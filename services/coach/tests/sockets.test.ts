import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSocket, until, type TestSocket } from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';

describe('the sockets of one athlete', () => {
  let stage: Stage;
  let replica: Replica;
  const open: TestSocket[] = [];
  beforeAll(async () => {
    stage = await setStage();
    replica = await stage.replica();
  });
  afterAll(async () => {
    for (const socket of open) socket.disconnect();
    await stage.close();
  });

  /** 'in', or why not. */
  function knock(who: { token: string }): Promise<string> {
    const socket = openSocket(replica.url, who);
    open.push(socket);
    return new Promise((resolve) => {
      socket.on('connect', () => resolve('in'));
      socket.on('connect_error', (error) => resolve(error.message));
    });
  }

  it('are fifty at most: nobody fills the gateway alone, and others are let in', async () => {
    const [greedy, other] = [await stage.athlete(), await stage.athlete()];
    for (let i = 0; i < 50; i += 1) expect(await knock(greedy)).toBe('in');
    expect(await knock(greedy)).toBe('rate_limited');
    expect(await knock(other)).toBe('in');
    open[0]?.disconnect();
    await until('room for another', async () => (await knock(greedy)) === 'in');
  });
});
