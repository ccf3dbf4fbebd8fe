import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@evensplit/platform/log';

/** What ends a piece of work is tried again while Postgres is away. Undefined when the time for it is over. */
export async function insist<T>(
  { log }: { log: Log },
  end: () => Promise<T>,
  giveUpAt: number,
): Promise<T | undefined> {
  for (let wait = 250; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await end();
    } catch (error) {
      log.warn({ err: error }, 'not ended yet');
      if (performance.now() + wait > giveUpAt) return undefined;
      await sleep(wait);
    }
  }
}
