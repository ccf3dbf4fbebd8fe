import { setTimeout as sleep } from 'node:timers/promises';

/** The first value that is not false, null or undefined. */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  limitMs = 15_000,
): Promise<NonNullable<T>> {
  const until = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > until) throw new Error(`waited ${limitMs} ms for ${what}`);
    await sleep(25);
  }
}
