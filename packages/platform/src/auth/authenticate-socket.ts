import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../app-error.ts';
import type { Actor } from './actor.ts';
import { mayUse } from './authenticate.ts';
import { identify, readCredentials, type IdentifyDeps } from './identify.ts';

/**
 * The same check for a Socket.IO handshake, whose cookies any page on the web can make a browser send: the
 * `Origin` must be ours. Without one it is no page, and then only a Bearer token identifies it.
 */
export async function authenticateSocket(
  deps: IdentifyDeps & { publicUrl: string },
  handshake: { headers: IncomingHttpHeaders },
  options: { scope?: string } = {},
): Promise<Actor> {
  const { headers } = handshake;
  const credentials = readCredentials(deps.cookies, headers);
  const trusted =
    headers.origin === undefined
      ? credentials?.from !== 'cookie'
      : headers.origin === new URL(deps.publicUrl).origin;
  if (!trusted) throw new AppError('cross_site', 'This connection came from another site.');
  const actor = await identify(deps, credentials);
  if (!mayUse(actor, options.scope)) {
    throw new AppError('forbidden', 'This API token may not do that.');
  }
  return actor;
}
