import { setTimeout as sleep } from 'node:timers/promises';

/** Rows that are written in one statement. */
const SLICE = 100;
/** Of the time until the same rows are due again. */
const SPREAD = 0.5;

/**
 * Thousands of rows written at once are felt by everybody who shares the database, and one statement with all their texts
 * blocks this process while it is built. So many are written bit by bit, over half of the time until they are due again.
 */
export async function inSlices<T>(
  all: readonly T[],
  everyMs: number,
  write: (slice: T[]) => Promise<void>,
): Promise<void> {
  const pause = (everyMs * SPREAD * SLICE) / Math.max(SLICE, all.length);
  const startedAt = performance.now();
  for (let from = 0; from < all.length; from += SLICE) {
    // What the statements themselves take is part of the spread: a slow database is not waited for twice.
    const early = startedAt + (from / SLICE) * pause - performance.now();
    if (early > 0) await sleep(early);
    await write(all.slice(from, from + SLICE));
  }
}
