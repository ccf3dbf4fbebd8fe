import type { Request, RequestHandler } from 'express';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from './app-error.ts';

export type LimitVerdict =
  | { allowed: true; remaining: number }
  | { allowed: false; retryAfterS: number };

export type Limiter = {
  /** Uses points up and judges. */
  consume(key: string, points?: number): Promise<LimitVerdict>;
  /** Would `consume` let one more through? For limits that only failures use up: peek first, consume after. */
  peek(key: string): Promise<LimitVerdict>;
  /** Refuses a key for a while whatever it has used, for back-offs that grow. */
  block(key: string, seconds: number): Promise<void>;
  /** Forgets a key, for example after a successful login. */
  reset(key: string): Promise<void>;
};

export type LimiterOptions = {
  redis: Redis;
  /** Unique per limit. Keys may be addresses or hashes, never e-mails in clear: they stand in Redis. */
  keyPrefix: string;
  points: number;
  durationS: number;
  /** How long a key that went over stays blocked; without it, until its window ends. */
  blockS?: number;
};

/**
 * Counts in the cache Redis, shared by all replicas. When Redis is away or evicts, each process counts for itself:
 * limits get looser, nobody is locked out, and no call here ever throws.
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const limits = {
    keyPrefix: options.keyPrefix,
    points: options.points,
    duration: options.durationS,
    blockDuration: options.blockS ?? 0,
  };
  const insurance = new RateLimiterMemory(limits);
  const limiter = new RateLimiterRedis({
    ...limits,
    storeClient: options.redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: insurance,
  });
  return {
    async consume(key, points = 1) {
      try {
        const state = await limiter.consume(key, points);
        return { allowed: true, remaining: state.remainingPoints };
      } catch (refusal) {
        return verdictOf(refusal);
      }
    },
    async peek(key) {
      try {
        const state = await limiter.get(key);
        if (state === null) return { allowed: true, remaining: options.points };
        return state.remainingPoints <= 0
          ? verdictOf(state)
          : { allowed: true, remaining: state.remainingPoints };
      } catch {
        return { allowed: true, remaining: options.points };
      }
    },
    async block(key, seconds) {
      await Promise.allSettled([limiter.block(key, seconds), insurance.block(key, seconds)]);
    },
    async reset(key) {
      await Promise.allSettled([limiter.delete(key), insurance.delete(key)]);
    },
  };
}

/** One limit for a route: `limit(signUps, (req) => req.ip ?? 'unknown')`. */
export function limit(limiter: Limiter, keyOf: (req: Request) => string): RequestHandler {
  return async (req, _res, next) => {
    const verdict = await limiter.consume(keyOf(req));
    if (!verdict.allowed) throw rateLimited(verdict.retryAfterS);
    next();
  };
}

export function rateLimited(retryAfterS: number): AppError {
  return new AppError('rate_limited', `Too many tries: wait ${retryAfterS} s and try again.`, {
    retryAfterS,
    details: { retryAfterS },
  });
}

/** A refusal is a state of the limiter; anything else is a fault of ours and must not lock people out. */
function verdictOf(refusal: unknown): LimitVerdict {
  if (!(refusal instanceof RateLimiterRes)) return { allowed: true, remaining: 0 };
  return { allowed: false, retryAfterS: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
}
