import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../app-error.ts';
import type { TokenVerifier } from './access-token.ts';
import type { Actor } from './actor.ts';
import type { ControlPoll } from './control-poll.ts';
import type { SessionCookies } from './cookies.ts';

const API_TOKEN_PREFIX = 'es_pat_';

export type IdentifyDeps = {
  verifier: TokenVerifier;
  cookies: SessionCookies;
  control: Pick<ControlPoll, 'isRevoked'>;
  /** Looks a personal API token up by its hash; without it such tokens are refused. */
  findApiToken?: (token: string) => Promise<Actor | undefined>;
};

export type Credentials = { from: 'cookie' | 'bearer'; token: string };

/** A Bearer value wins over the cookie: whoever sends one means it. No other header carries identity. */
export function readCredentials(
  cookies: SessionCookies,
  headers: IncomingHttpHeaders,
): Credentials | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { from: 'bearer', token: bearer };
  const cookie = cookies.readAccess(headers);
  return cookie === undefined ? undefined : { from: 'cookie', token: cookie };
}

/** Token to actor; throws `unauthenticated`, `token_expired` or `session_ended`. */
export async function identify(deps: IdentifyDeps, credentials: Credentials | undefined) {
  if (credentials === undefined) throw new AppError('unauthenticated', 'Sign in to continue.');
  const { token } = credentials;
  if (token.startsWith(API_TOKEN_PREFIX)) {
    const actor = credentials.from === 'bearer' ? await deps.findApiToken?.(token) : undefined;
    if (actor === undefined) throw new AppError('unauthenticated', 'This API token is not valid.');
    return { ...actor, scopes: actor.scopes ?? [] };
  }
  const actor = await deps.verifier.verify(token);
  if (deps.control.isRevoked(actor.sessionId)) {
    throw new AppError('session_ended', 'This session has ended: sign in again.');
  }
  return actor;
}
