import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { createLoginDoor, type LoginDoor } from './login-door.ts';

/** What a request meets before its body is read: nothing, or a refusal. */
function lookAt(door: LoginDoor): void {
  void door.look({} as Request, {} as Response, () => undefined);
}

const busy = expect.objectContaining({ code: 'login_busy', retryAfterS: 2 });

describe('the login door', () => {
  it('turns away whoever comes while all places are taken, before anything is done for them', async () => {
    const door = createLoginDoor({ inside: 2 });
    const checks = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const inside = checks.map(({ promise }) => door.through(() => promise));
    let asked = 0;
    expect(() => lookAt(door)).toThrow(busy);
    await expect(door.through(async () => (asked += 1))).rejects.toEqual(busy);
    expect(asked).toBe(0);
    checks[0]?.resolve('signed in');
    await expect(inside[0]).resolves.toBe('signed in');
    expect(() => lookAt(door)).not.toThrow();
    await expect(door.through(async () => 'next')).resolves.toBe('next');
    checks[1]?.resolve('signed in');
    await Promise.all(inside);
  });

  it('gives a place back when the check fails', async () => {
    const door = createLoginDoor({ inside: 1 });
    await expect(door.through(() => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong');
    expect(() => lookAt(door)).not.toThrow();
  });

  it('takes no place for somebody whose body has not come yet', () => {
    const door = createLoginDoor({ inside: 1 });
    for (let waiting = 0; waiting < 5; waiting += 1) expect(() => lookAt(door)).not.toThrow();
  });
});
