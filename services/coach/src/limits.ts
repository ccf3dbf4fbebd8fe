import { actorOf } from '@evensplit/platform/auth/authenticate';
import { createLimiter, limit } from '@evensplit/platform/rate-limit';
import type { RequestHandler } from 'express';
import type { Redis } from 'ioredis';

/** Everything a signed-in athlete asks of the coach, by session; turns and streams have their own limits. */
export function limitSessions(redis: Redis): RequestHandler {
  const limiter = createLimiter({
    redis,
    keyPrefix: 'coach:session',
    points: 300,
    durationS: 60,
  });
  return limit(limiter, (req) => actorOf(req).sessionId);
}
