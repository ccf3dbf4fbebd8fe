import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { createLoginDoor, type LoginDoor } from './login-door.ts';

/** What a request meets before its body is read: nothing, or a refusal. */
function lookAt(door: LoginDoor): void {
  void door.look({} as Request, {} as Response, () => undefined);
}

/** A sign-in that goes on until it is told to end. */
function enter(door: LoginDoor, started: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const done = door.through(() => {
    started.push(name);
    return promise;
  });
  return { done, succeed: () => resolve(name), fail: () => reject(new Error('wrong')) };
}

const waitMs = 60_000;
const busy = expect.objectContaining({ code: 'login_busy', retryAfterS: 2 });

describe('the login door', () => {
  it('lets in a few at a time, in the order they came', async () => {
    const door = createLoginDoor({ atOnce: 2, queue: 2, waitMs });
    const started: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => enter(door, started, name));
    expect(started).toEqual(['a', 'b']);
    b?.succeed();
    await b?.done;
    expect(started).toEqual(['a', 'b', 'c']);
    a?.fail();
    await expect(a?.done).rejects.toThrow('wrong');
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    for (const one of [c, d]) one?.succeed();
    await expect(Promise.all([c?.done, d?.done])).resolves.toEqual(['c', 'd']);
  });

  it('turns away whoever comes to a full line, before anything is done for them', async () => {
    const door = createLoginDoor({ atOnce: 1, queue: 1, waitMs });
    const started: string[] = [];
    const [a, b] = [enter(door, started, 'a'), enter(door, started, 'b')];
    expect(() => lookAt(door)).toThrow(busy);
    await expect(enter(door, started, 'c').done).rejects.toEqual(busy);
    a.succeed();
    await a.done;
    expect(() => lookAt(door)).not.toThrow();
    b.succeed();
    await b.done;
    expect(started).toEqual(['a', 'b']);
  });

  it('sends whoever waited too long away, and lets in the next', async () => {
    const door = createLoginDoor({ atOnce: 1, queue: 2, waitMs: 50 });
    const started: string[] = [];
    const [a, b] = [enter(door, started, 'a'), enter(door, started, 'b')];
    await expect(b.done).rejects.toEqual(busy);
    const c = enter(door, started, 'c');
    a.succeed();
    await a.done;
    c.succeed();
    await expect(c.done).resolves.toBe('c');
    expect(started).toEqual(['a', 'c']);
  });

  it('keeps no place for somebody whose body has not come yet', () => {
    const door = createLoginDoor({ atOnce: 1, queue: 0, waitMs });
    for (let waiting = 0; waiting < 5; waiting += 1) expect(() => lookAt(door)).not.toThrow();
  });
});
