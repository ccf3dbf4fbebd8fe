import { parentPort, workerData } from 'node:worker_threads';
import { logIn } from './watch-login.ts';

export type Burst = { url: string; email: string; atOnce: number };
export type LoginSeen = { ok: boolean; status: number; hint: boolean; what: string; ms: number };

const { url, email, atOnce } = workerData as Burst;
const seen = await Promise.all(
  Array.from({ length: atOnce }, async (): Promise<LoginSeen> => {
    const startedAt = performance.now();
    const { ok, status, retryAfter, code } = await logIn(url, email);
    const what = `${status} ${code}`.trimEnd();
    return { ok, status, hint: retryAfter !== null, what, ms: performance.now() - startedAt };
  }),
);
parentPort?.postMessage(seen);
