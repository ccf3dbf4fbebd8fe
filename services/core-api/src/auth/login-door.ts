import { AppError } from '@evensplit/platform/app-error';
import type { RequestHandler } from 'express';

export type LoginDoor = {
  /** Turns away before the body is read: when everybody comes at once, a refusal must cost next to nothing. */
  look: RequestHandler;
  through: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * At most `inside` passwords are being checked at the same time, from the first question to Redis to the new session in
 * Postgres. Those beyond would do all of that in the way of everybody else, only to hear from the hash gate that it is
 * full. A place is taken when the body is there, or a few slow bodies could keep everybody out.
 */
export function createLoginDoor(limits: { inside: number }): LoginDoor {
  let inside = 0;

  function refuseWhenFull(): void {
    if (inside < limits.inside) return;
    throw new AppError('login_busy', 'Too many people are signing in: try again in a moment.', {
      retryAfterS: 2,
    });
  }

  return {
    look(_req, _res, next) {
      refuseWhenFull();
      next();
    },
    async through(work) {
      refuseWhenFull();
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
      }
    },
  };
}
