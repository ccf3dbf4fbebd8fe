import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ApiError } from './api-error.ts';
import { comeBack } from './come-back.ts';

function refused(status: number): ApiError {
  return new ApiError(status === 401 ? 'unauthenticated' : 'service_unavailable', '', { status });
}

/** A socket whose server side the test plays, and a session check that answers in turn. */
function returning(answers: (ApiError | null)[]) {
  const wire = new EventEmitter();
  const socket = {
    active: false,
    on: (name: string, listener: (...args: never[]) => void) => wire.on(name, listener as never),
    connect: () => (connects += 1),
  };
  let connects = 0;
  let wanted = true;
  comeBack(socket, {
    check: async () => {
      const answer = answers.shift();
      if (answer) throw answer;
    },
    isWanted: () => wanted,
    later: (work) => work(),
  });
  return {
    socket,
    connects: () => connects,
    unwant: () => (wanted = false),
    async happens(name: 'connect_error' | 'disconnect', reason = 'io server disconnect') {
      wire.emit(name, reason);
      await sleep(1);
    },
  };
}

describe('a socket that was sent away', () => {
  it('comes back while the session holds, and stays away when it has ended', async () => {
    const one = returning([null, refused(401)]);
    await one.happens('disconnect');
    expect(one.connects()).toBe(1);
    await one.happens('disconnect');
    expect(one.connects()).toBe(1);
  });

  it.each(['disconnect', 'connect_error'] as const)(
    'comes back after a %s while everything restarts and nobody can say whether the session holds',
    async (name) => {
      const one = returning([refused(503)]);
      await one.happens(name);
      expect(one.connects()).toBe(1);
    },
  );

  it('leaves a broken transport to socket.io, and asks about the session not at every failure', async () => {
    const one = returning([null, refused(401)]);
    one.socket.active = true;
    await one.happens('connect_error');
    expect(one.connects()).toBe(0);
    one.socket.active = false;
    await one.happens('connect_error');
    expect(one.connects()).toBe(1);
  });

  it('is left alone once somebody has signed out', async () => {
    const one = returning([null]);
    one.unwant();
    await one.happens('disconnect');
    await one.happens('connect_error');
    expect(one.connects()).toBe(0);
  });
});
