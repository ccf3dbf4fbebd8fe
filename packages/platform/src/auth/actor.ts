import type { Role } from '@evensplit/contracts';

/** Who is asking, as far as the token says. Rights to a row are decided where the row is read. */
export type Actor = {
  readonly athleteId: string;
  readonly sessionId: string;
  readonly roles: readonly Role[];
  /** Present only for a personal API token: what it may do. A session may do all its athlete may. */
  readonly scopes?: readonly string[];
};
