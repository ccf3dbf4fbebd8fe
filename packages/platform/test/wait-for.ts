import { setTimeout as sleep } from 'node:timers/promises';

export async function waitFor(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  limitMs = 10_000,
) {
  const until = performance.now() + limitMs;
  while (!(await isTrue())) {
    if (performance.now() > until) throw new Error(`waited ${limitMs} ms for ${what}`);
    await sleep(10);
  }
}
