import { Role } from '@evensplit/contracts';
import {
  compactVerify,
  createLocalJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { Actor } from './actor.ts';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
export const ACCESS_TOKEN_TTL_S = 600;
/** The audience of every token of the product: signer and verifiers must agree, so it is written once. */
export const TOKEN_AUDIENCE = 'evensplit';

const PublicJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string().min(1),
});
export const PrivateJwk = PublicJwk.extend({ d: z.string() });
export type PrivateJwk = z.infer<typeof PrivateJwk>;
/** Several keys may be public at once, so that the signing key can be replaced without signing anybody out. */
export const PublicJwks = z.object({ keys: z.array(PublicJwk).min(1) });
export type PublicJwks = z.infer<typeof PublicJwks>;

export type SignedToken = { token: string; expiresAt: Date };
export type TokenSigner = { sign(actor: Actor): Promise<SignedToken> };
export type TokenVerifier = { verify(token: string): Promise<Actor> };

const Claims = z.object({
  sub: z.string().min(1),
  sid: z.string().min(1),
  // A role that this release does not know yet grants nothing, and must not sign its owner out.
  roles: z.array(z.string()).transform((names) => names.filter(isRole)),
  aud: z.string(),
  exp: z.number(),
});

/** Only core-api has the private key and therefore a signer. */
export async function createTokenSigner(options: {
  privateJwk: PrivateJwk;
  audience: string;
  clock: Clock;
}): Promise<TokenSigner> {
  const key = await importJWK(options.privateJwk, ALGORITHM);
  return {
    async sign(actor) {
      const expiresAtS = Math.floor(options.clock().getTime() / 1000) + ACCESS_TOKEN_TTL_S;
      const token = await new SignJWT({ sid: actor.sessionId, roles: [...actor.roles] })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: options.privateJwk.kid })
        .setSubject(actor.athleteId)
        .setAudience(options.audience)
        .setExpirationTime(expiresAtS)
        .sign(key);
      return { token, expiresAt: new Date(expiresAtS * 1000) };
    },
  };
}

/**
 * Checks signature, audience and end; throws `token_expired` or `unauthenticated`. Start times (`iat`, `nbf`)
 * are not judged: a service whose clock is behind would refuse everybody who has just signed in.
 */
export function createTokenVerifier(options: {
  jwks: PublicJwks;
  audience: string;
  clock: Clock;
}): TokenVerifier {
  const findKey = createLocalJWKSet(options.jwks);
  return {
    async verify(token) {
      const claims = await readClaims(token);
      if (claims === undefined || claims.aud !== options.audience) {
        throw new AppError('unauthenticated', 'Sign in to continue.');
      }
      if (claims.exp * 1000 <= options.clock().getTime()) {
        throw new AppError('token_expired', 'The access token has expired: refresh it.');
      }
      return { athleteId: claims.sub, sessionId: claims.sid, roles: claims.roles };
    },
  };

  async function readClaims(token: string): Promise<z.output<typeof Claims> | undefined> {
    try {
      const { payload, protectedHeader } = await compactVerify(token, findKey, {
        algorithms: [ALGORITHM],
      });
      if (protectedHeader.typ !== TYPE) return undefined;
      const text = new TextDecoder().decode(payload);
      return Claims.safeParse(JSON.parse(text)).data;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }
}

/** For the installer and for tests. */
export async function generateSigningKey(kid: string): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  return PrivateJwk.parse({ ...(await exportJWK(privateKey)), kid });
}

/** What coach and ingest get: the same keys without their private half. */
export function publicJwksOf(...privateJwks: PrivateJwk[]): PublicJwks {
  return PublicJwks.parse({ keys: privateJwks });
}

function isRole(name: string): name is Role {
  return Role.safeParse(name).success;
}
