/** The braces keep a turn's keys in one slot of a Redis cluster. */
export function logKey(turnId: string): string {
  return `coach:{${turnId}}:ev`;
}

export const CONTROL_KEY = 'coach:ctl';

/** A fuse, not a limit: at most 2,400 entries fit into a turn's wall clock. */
export const MAX_ENTRIES = 5000;
export const LOG_TTL_S = 1800;
