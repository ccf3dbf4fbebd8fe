import { createHash } from 'node:crypto';
import { createLimiter, rateLimited, type Limiter } from '@evensplit/platform/rate-limit';
import type { Redis } from 'ioredis';

type Who = { ip: string; email: string };

export type LoginLimits = {
  /** Throws `rate_limited` when this try may not even be looked at. */
  mayTry: (who: Who, knownDevice: boolean) => Promise<void>;
  failed: (who: Who, knownDevice: boolean) => Promise<void>;
  succeeded: (who: Who) => Promise<void>;
};

const DAY_S = 86_400;

/**
 * Brute-force limits on failed log-ins (reliability.md §3). The limit per e-mail address alone is lifted for browsers
 * that have been signed in to it before: otherwise anybody could lock anybody out.
 */
export function createLoginLimits(redis: Redis): LoginLimits {
  const pair = createLimiter({
    redis,
    keyPrefix: 'core:login:pair',
    points: 10,
    durationS: 900,
    blockS: 900,
  });
  const address = createLimiter({
    redis,
    keyPrefix: 'core:login:ip',
    points: 100,
    durationS: DAY_S,
  });
  const account = createLimiter({
    redis,
    keyPrefix: 'core:login:mail',
    points: 50,
    durationS: DAY_S,
  });

  function limitsFor(who: Who, knownDevice: boolean): [Limiter, string][] {
    const mail = hashed(who.email);
    return [
      [pair, `${mail}:${who.ip}`],
      [address, who.ip],
      ...(knownDevice ? [] : ([[account, mail]] as [Limiter, string][])),
    ];
  }

  return {
    async mayTry(who, knownDevice) {
      const limits = limitsFor(who, knownDevice);
      const verdicts = await Promise.all(limits.map(([limiter, key]) => limiter.peek(key)));
      for (const verdict of verdicts) if (!verdict.allowed) throw rateLimited(verdict.retryAfterS);
    },
    async failed(who, knownDevice) {
      await Promise.all(limitsFor(who, knownDevice).map(([limiter, key]) => limiter.consume(key)));
    },
    async succeeded(who) {
      await pair.reset(`${hashed(who.email)}:${who.ip}`);
    },
  };
}

/** Keys stand in Redis: an address is recognisable there only to who knows it already. */
function hashed(email: string): string {
  return createHash('sha256').update(email).digest('base64url').slice(0, 22);
}
