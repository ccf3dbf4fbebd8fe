import { AppError } from '@evensplit/platform/app-error';

export type TurnstileLimits = {
  atOnce: number;
  queue: number;
  /** Whoever has waited this long is told to come back: an answer later than that is worth nothing to them. */
  waitMs: number;
};

export type Turnstile = {
  full: () => boolean;
  /** Runs `work` when it is its turn; throws `login_busy` when too many wait already, or it waited too long. */
  through: <T>(work: () => Promise<T>) => Promise<T>;
};

/** At most `atOnce` are at work, `queue` wait in line, and beyond that the answer is an honest "busy". */
export function createTurnstile(limits: TurnstileLimits): Turnstile {
  let running = 0;
  const waiting: (() => void)[] = [];
  const full = () => running >= limits.atOnce && waiting.length >= limits.queue;

  function myTurn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(busy());
      }, limits.waitMs);
      waiting.push(enter);
    });
  }

  return {
    full,
    async through(work) {
      if (full()) throw busy();
      if (running >= limits.atOnce) await myTurn();
      else running += 1;
      try {
        return await work();
      } finally {
        // The place is handed over, not given back, so that nobody can slip in between.
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}

export function busy(): AppError {
  return new AppError('login_busy', 'Too many people are signing in: try again in a moment.', {
    retryAfterS: 2,
  });
}
