import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 300;

/** A service that has much to do says so, and wants to be asked again; anything else it refuses is a fault. */
export async function fetchPatiently(
  url: string,
  init: RequestInit,
  options: { patienceMs: number; also?: readonly number[] },
): Promise<Response> {
  const until = performance.now() + options.patienceMs;
  const busy = [503, 429, ...(options.also ?? [])];
  for (;;) {
    const answer = await fetch(url, init);
    if (answer.ok) return answer;
    const said = await answer.text();
    if (!busy.includes(answer.status) || performance.now() > until) {
      throw new Error(`${url} was answered ${answer.status}: ${said}`);
    }
    await sleep(PAUSE_MS);
  }
}
