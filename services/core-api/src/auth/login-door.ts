import type { RequestHandler } from 'express';
import { busy, createTurnstile, type TurnstileLimits } from './turnstile.ts';

export type LoginDoor = {
  /** Turns away before the body is read: when everybody comes at once, a refusal must cost next to nothing. */
  look: RequestHandler;
  through: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * Where those who sign in wait: before the first question to Redis and Postgres, not in the midst of them, so that two
 * hundred at once leave connections and the event loop to everybody else. A place in line is taken when the body is
 * there, or a few slow bodies could keep everybody out.
 */
export function createLoginDoor(limits: TurnstileLimits): LoginDoor {
  const turnstile = createTurnstile(limits);
  return {
    look(_req, _res, next) {
      if (turnstile.full()) throw busy();
      next();
    },
    through: turnstile.through,
  };
}
