import { setPriority } from 'node:os';
import { logIn } from './watch-login.ts';

export type Burst = { url: string; email: string; atOnce: number };
export type LoginSeen = { ok: boolean; status: number; hint: boolean; what: string; ms: number };

const LOW_PRIORITY = 10;

/**
 * A process of its own that stands back: two hundred people who sign in bring two hundred machines with them, and what
 * they compute there is no load of the product's.
 */
setPriority(LOW_PRIORITY);
process.on('message', (burst: Burst) => {
  void send(burst).then((seen) => process.send?.(seen));
});

function send({ url, email, atOnce }: Burst): Promise<LoginSeen[]> {
  return Promise.all(
    Array.from({ length: atOnce }, async () => {
      const startedAt = performance.now();
      const { ok, status, retryAfter, code } = await logIn(url, email);
      const what = `${status} ${code}`.trimEnd();
      return { ok, status, hint: retryAfter !== null, what, ms: performance.now() - startedAt };
    }),
  );
}
