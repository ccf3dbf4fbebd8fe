import { beforeAll, describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import {
  createTokenSigner,
  createTokenVerifier,
  generateSigningKey,
  publicJwksOf,
  type PrivateJwk,
} from './access-token.ts';
import type { Actor } from './actor.ts';

const actor: Actor = { athleteId: 'athlete-1', sessionId: 'session-1', roles: ['athlete'] };
const start = new Date('2026-11-20T12:00:00Z');
const at = (seconds: number) => () => new Date(start.getTime() + seconds * 1000);

let key: PrivateJwk;
let otherKey: PrivateJwk;
beforeAll(async () => {
  key = await generateSigningKey('2026-11');
  otherKey = await generateSigningKey('2026-12');
});

function verifierAt(seconds: number, ...keys: PrivateJwk[]) {
  return createTokenVerifier({
    jwks: publicJwksOf(...(keys.length > 0 ? keys : [key])),
    audience: 'evensplit',
    clock: at(seconds),
  });
}

async function sign(privateJwk = key, audience = 'evensplit') {
  return (await createTokenSigner({ privateJwk, audience, clock: at(0) })).sign(actor);
}

describe('access tokens', () => {
  it('carry the actor for ten minutes', async () => {
    const { token, expiresAt } = await sign();
    expect(expiresAt).toEqual(at(600)());
    expect(await verifierAt(599).verify(token)).toEqual(actor);
  });

  it('answer token_expired afterwards', async () => {
    const { token } = await sign();
    await expect(verifierAt(600).verify(token)).rejects.toMatchObject({ code: 'token_expired' });
  });

  it('are not refused by a service whose clock is five minutes behind', async () => {
    const { token } = await sign();
    expect(await verifierAt(-300).verify(token)).toEqual(actor);
  });

  it('keep working while the signing key is replaced', async () => {
    const [older, newer] = [await sign(key), await sign(otherKey)];
    const verifier = verifierAt(0, key, otherKey);
    expect(await verifier.verify(older.token)).toEqual(actor);
    expect(await verifier.verify(newer.token)).toEqual(actor);
  });

  it('are refused from another key, for another audience, tampered with, or of another kind', async () => {
    const { token } = await sign();
    const [header, , signature] = token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ sub: 'athlete-2', sid: 's', roles: ['owner'], aud: 'evensplit', exp: 9e9 }),
    ).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    const ofOtherKind = await new SignJWT({ sid: 's', roles: [] })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
      .setSubject('athlete-1')
      .setAudience('evensplit')
      .setExpirationTime(9e9)
      .sign(await importJWK(key, 'EdDSA'));
    const bad = [
      (await sign({ ...otherKey, kid: key.kid })).token,
      (await sign(key, 'elsewhere')).token,
      `${header}.${forged}.${signature}`,
      `${none}.${forged}.`,
      ofOtherKind,
      'nonsense',
      '',
    ];
    for (const token of bad) {
      await expect(verifierAt(0).verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });

  it('ignore roles that this release does not know', async () => {
    const token = await new SignJWT({ sid: 's', roles: ['athlete', 'wizard'] })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
      .setSubject('athlete-1')
      .setAudience('evensplit')
      .setExpirationTime(9e9)
      .sign(await importJWK(key, 'EdDSA'));
    expect((await verifierAt(0).verify(token)).roles).toEqual(['athlete']);
  });

  it('are published without the private half of the key', () => {
    expect(JSON.stringify(publicJwksOf(key))).not.toContain(key.d);
  });
});
