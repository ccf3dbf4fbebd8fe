import type { Request } from 'express';

const LOOKS_LIKE_AN_ID = /^\d+$|^[0-9a-f-]{16,}$|^.{33,}$/i;

/**
 * The route's pattern, for example `/v1/activities/:id/laps`: what may stand in a log line or a metric label.
 * Raw paths may not: calendar feeds and webhooks carry secrets in theirs, and ids would make a series each.
 *
 * When a handler throws, Express has already forgotten `req.baseUrl`, so the mount prefix is taken from the
 * address itself: all segments that the route's own pattern does not cover.
 */
export function routeLabel(req: Request): string {
  const own: unknown = req.route?.path;
  if (typeof own !== 'string') return 'none';
  const ownSegments = segmentsOf(own);
  const segments = segmentsOf(req.originalUrl.split('?', 1)[0] ?? '');
  const prefix = segments
    .slice(0, Math.max(0, segments.length - ownSegments.length))
    .map((segment) => (LOOKS_LIKE_AN_ID.test(segment) ? ':id' : segment));
  return `/${[...prefix, ...ownSegments].join('/')}`;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
