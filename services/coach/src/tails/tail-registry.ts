import { AppError } from '@evensplit/platform/app-error';
import type { Actor } from '@evensplit/platform/auth/actor';

export type Tail = { signal: AbortSignal; cut: () => void; release: () => void };

export type TailRegistry = {
  /** Room for one more subscriber; throws when the replica or the athlete has too many. */
  open(actor: Pick<Actor, 'athleteId' | 'sessionId'>): Tail;
  cutSession: (sessionId: string) => void;
  cutAll(): void;
  size(): number;
};

const PER_ATHLETE = 20;

/** All subscribers of this replica, whichever wire they use: they share one cap and end with their session. */
export function createTailRegistry(maxTails: number): TailRegistry {
  const tails = new Map<AbortController, { athleteId: string; sessionId: string }>();
  const perAthlete = new Map<string, number>();

  return {
    open({ athleteId, sessionId }) {
      if (tails.size >= maxTails) {
        throw new AppError('coach_busy', 'Too many streams are open here.', { retryAfterS: 2 });
      }
      const open = perAthlete.get(athleteId) ?? 0;
      if (open >= PER_ATHLETE) {
        throw new AppError('rate_limited', 'You have too many streams open.', { retryAfterS: 5 });
      }
      const controller = new AbortController();
      tails.set(controller, { athleteId, sessionId });
      perAthlete.set(athleteId, open + 1);
      return {
        signal: controller.signal,
        cut: () => controller.abort(),
        release() {
          if (!tails.delete(controller)) return;
          const left = (perAthlete.get(athleteId) ?? 1) - 1;
          if (left > 0) perAthlete.set(athleteId, left);
          else perAthlete.delete(athleteId);
        },
      };
    },
    cutSession(sessionId) {
      for (const [controller, tail] of tails) if (tail.sessionId === sessionId) controller.abort();
    },
    cutAll() {
      for (const controller of tails.keys()) controller.abort();
    },
    size: () => tails.size,
  };
}
