/** What a presented refresh token is, next to the session it belongs to. */
export type Presented = {
  tokenCounter: number;
  sessionCounter: number;
  /** Seconds since this token was exchanged for its child; null = not yet. */
  rotatedAgoS: number | null;
  ended: boolean;
};

export type Verdict = 'rotate' | 'repeat' | 'reused' | 'ended';

/** Tabs and retries may present the parent once more for this long. */
const GRACE_S = 10;

/**
 * Decides one refresh (reliability.md §1): the current token moves on; its immediate parent, moments later, gets the
 * same child again; anything older was stolen or restored from a copy, and the session dies.
 */
export function judgeRefresh(presented: Presented): Verdict {
  if (presented.ended) return 'ended';
  const behind = presented.sessionCounter - presented.tokenCounter;
  if (behind === 0) return 'rotate';
  if (behind === 1 && presented.rotatedAgoS !== null && presented.rotatedAgoS <= GRACE_S)
    return 'repeat';
  return 'reused';
}
