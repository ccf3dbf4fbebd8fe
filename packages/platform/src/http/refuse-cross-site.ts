import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { AppError } from '../app-error.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cookies travel with requests that other sites start, so those must not change anything.
 * Browsers send `Sec-Fetch-Site` on https, and `Origin` with every unsafe method also on plain http. A request
 * with neither does not come from a page (webhooks, native clients, scripts).
 */
export function refuseCrossSite(publicUrl: string): RequestHandler {
  const ownOrigin = new URL(publicUrl).origin;
  return (req, _res, next) => {
    if (SAFE_METHODS.has(req.method) || isSameSite(req.headers, ownOrigin)) next();
    else next(new AppError('cross_site', 'This request came from another site.'));
  };
}

export function isSameSite(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return true;
  if (site === 'cross-site') return false;
  // `same-site` is a sibling host or port, and plain http sends no header: the exact origin decides.
  return headers.origin === undefined || headers.origin === ownOrigin;
}
