import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf, type Latency } from '../bench/latency.ts';
import { cookieFor } from '../bench/people.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import type { DrillContext } from './drill.ts';
import type { Burst, LoginSeen } from './send-logins.ts';
import { startStage } from './stage.ts';
import { signUp } from './watch-login.ts';

const AT_ONCE = 200;
const HEALTH_MS = 50;
const LOGIN_MS = 2000;

/** F29: two hundred people sign in at the same moment. Some are told to come back; nobody else notices. */
export async function stormLogin(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 5;
  const stage = await startStage(context);
  const { url } = stage.stack;
  const { athleteId, email } = await signUp(url);
  const cookie = await cookieFor(stage.stack, athleteId);
  const core = `http://127.0.0.1:${stage.stack.services['core-api'].port}`;
  // Warm: the first hash, the first connection and the first compilation are nobody's storm.
  const crowd = gatherCrowd(context);
  for (let index = 0; index < 10; index += 1) await crowd({ url, email, atOnce: 1 });
  const health = watch(20, () => fetch(new URL('/health/live', url)));
  // Beside it what others meet: in the line of those who sign in, and past it, over connections that stay open.
  const read = watch(50, () => fetch(new URL('/v1/me', url), { headers: { cookie } }));
  const open = watch(20, () => fetch(new URL('/health/live', core)));
  const seen: LoginSeen[] = [];
  for (let round = 0; round < times; round += 1) {
    seen.push(...(await crowd({ url, email, atOnce: AT_ONCE })));
    await sleep(500);
  }
  const [live, reads, kept] = [await health(), await read(), await open()];
  const login = latencyOf(seen.filter(({ ok }) => ok).map(({ ms }) => ms));
  const withoutHint = seen.filter(({ ok, status, hint }) => !ok && (status !== 503 || !hint));
  const statuses: Record<string, number> = {};
  for (const { what } of seen) statuses[what] = (statuses[what] ?? 0) + 1;
  context.say(`answers by status: ${JSON.stringify(statuses)}`);
  tell(context, 'accepted logins', login);
  tell(context, 'health through the gateway', live);
  tell(context, 'health over open connections', kept);
  tell(context, 'reads through the gateway', reads);
  return reportOf(
    'F29',
    [
      exactly('logins', seen.length, times * AT_ONCE),
      atMost('neither accepted nor 503 with Retry-After', withoutHint.length, 0),
      { name: 'accepted at least', value: login.n, bar: 52 * times, ok: login.n >= 52 * times },
      atMost('accepted logins p95, ms', login.p95, LOGIN_MS),
      atMost('health p99 meanwhile, ms', live.p99, HEALTH_MS),
      atMost('failed health checks', live.failed, 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { statuses, login, health: live, healthOverOpenConnections: kept, reads },
  );
}

/** Elsewhere: whoever sends two hundred requests at once measures nothing else well meanwhile. */
function gatherCrowd(context: DrillContext): (burst: Burst) => Promise<LoginSeen[]> {
  const crowd = fork(new URL('./send-logins.ts', import.meta.url));
  context.later(async () => void crowd.kill('SIGKILL'));
  return async (burst) => {
    crowd.send(burst);
    const [seen] = (await once(crowd, 'message')) as [LoginSeen[]];
    return seen;
  };
}

/** Asks every so often, on time whether the one before is answered or not. */
function watch(everyMs: number, ask: () => Promise<Response>): () => Promise<Latency> {
  const times: number[] = [];
  const running: Promise<void>[] = [];
  let failed = 0;
  async function once(): Promise<void> {
    const startedAt = performance.now();
    const answer = await ask().catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) times.push(performance.now() - startedAt);
    else failed += 1;
  }
  const timer = setInterval(() => running.push(once()), everyMs);
  return async () => {
    clearInterval(timer);
    await Promise.all(running);
    return latencyOf(times, failed);
  };
}

function tell(context: DrillContext, what: string, { p50, p95, p99, n, failed }: Latency): void {
  const [half, most, nearlyAll] = [p50, p95, p99].map((ms) => ms.toFixed(1));
  context.say(`${what}, ms: p50 ${half}, p95 ${most}, p99 ${nearlyAll} of ${n}, ${failed} failed`);
}
