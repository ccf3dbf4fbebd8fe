import { actorOf } from '@evensplit/platform/auth/authenticate';
import { createLimiter, limit } from '@evensplit/platform/rate-limit';
import type { Request, RequestHandler } from 'express';
import type { Redis } from 'ioredis';

export type Limits = {
  /** Sign-up and password change, by address. */
  verify: RequestHandler;
  refresh: RequestHandler;
  /** Everything a signed-in athlete does, by session. */
  session: RequestHandler;
};

export function createLimits(redis: Redis): Limits {
  const verify = createLimiter({ redis, keyPrefix: 'core:verify', points: 30, durationS: 300 });
  const refresh = createLimiter({ redis, keyPrefix: 'core:refresh', points: 150, durationS: 300 });
  const session = createLimiter({ redis, keyPrefix: 'core:session', points: 300, durationS: 60 });
  const byAddress = (req: Request) => req.ip ?? 'unknown';
  return {
    verify: limit(verify, byAddress),
    refresh: limit(refresh, byAddress),
    session: limit(session, (req) => actorOf(req).sessionId),
  };
}
