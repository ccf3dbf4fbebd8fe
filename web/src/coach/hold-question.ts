import { ApiError, isPassing } from '../api/api-error.ts';

/** Why a question has not gone out yet, and what sends it. */
export type Hold = {
  title: string;
  words: string;
  /** How long until it is tried again; what waits for a running answer goes out with its end. */
  againInMs: number;
};

const BY_ITSELF = 'Your question is kept here and goes out by itself.';
const WAITS_S = [3, 5, 10, 15, 30] as const;

/** Null when trying again would only be refused again: then somebody has to look at the question. */
export function holdOf(error: unknown, tries: number, online: boolean): Hold | null {
  if (!(error instanceof ApiError)) return null;
  const waitS = WAITS_S[Math.min(tries, WAITS_S.length) - 1] ?? WAITS_S[0];
  const againInMs = Math.max(waitS, error.retryAfterS ?? 0) * 1000;
  const hold = (title: string, words = BY_ITSELF): Hold => ({ title, words, againInMs });
  switch (error.code) {
    case 'turn_active':
      return hold(
        'An answer is still being written here.',
        'Your question is kept and goes out when it is finished.',
      );
    case 'turn_limit':
      return hold(
        'Two of your questions are being answered already.',
        'This one is kept and goes out when one of them is finished.',
      );
    case 'rate_limited':
      return hold('That was a lot in a short time.');
    case 'read_only':
      return hold('Evensplit takes no changes at the moment.');
    case 'coach_busy':
      return hold('The coach is busy.');
  }
  if (error.status === 0) {
    return hold(online ? 'Evensplit cannot be reached.' : 'You are offline.');
  }
  return isPassing(error) ? hold('The coach is away for a moment.') : null;
}
