import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf } from '../bench/latency.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import type { DrillContext } from './drill.ts';
import { startStage } from './stage.ts';
import { logIn, signUp } from './watch-login.ts';

const AT_ONCE = 200;
const HEALTH_MS = 50;
const LOGIN_MS = 2000;

/** F29: two hundred people sign in at the same moment. Some are told to come back; nobody else notices. */
export async function stormLogin(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 5;
  const stage = await startStage(context);
  const { email } = await signUp(stage.stack.url);
  // Warm: the first hash, the first connection and the first compilation are nobody's storm.
  for (let index = 0; index < 10; index += 1) await logIn(stage.stack.url, email);
  const health = watchHealth(stage.stack.url);
  // Beside it over connections that stay open: the difference is what new ones wait for to be accepted.
  const direct = watchHealth(`http://127.0.0.1:${stage.stack.services['core-api'].port}`);
  const accepted: number[] = [];
  const statuses: Record<string, number> = {};
  let withoutHint = 0;
  for (let round = 0; round < times; round += 1) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const startedAt = performance.now();
        const answer = await logIn(stage.stack.url, email);
        if (answer.ok) accepted.push(performance.now() - startedAt);
        else if (answer.status !== 503 || answer.retryAfter === null) withoutHint += 1;
        const what = `${answer.status} ${answer.code}`.trimEnd();
        statuses[what] = (statuses[what] ?? 0) + 1;
      }),
    );
    await sleep(500);
  }
  const live = await health();
  const kept = await direct();
  const login = latencyOf(accepted);
  context.say(`answers by status: ${JSON.stringify(statuses)}`);
  context.say(`accepted logins, ms: p50 ${login.p50.toFixed(0)}, p95 ${login.p95.toFixed(0)}`);
  for (const [way, { p50, p95, p99, n }] of [
    ['through the gateway', live],
    ['over open connections', kept],
  ] as const)
    context.say(
      `health ${way}, ms: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} of ${n}`,
    );
  return reportOf(
    'F29',
    [
      exactly(
        'logins',
        times * AT_ONCE,
        Object.values(statuses).reduce((sum, n) => sum + n, 0),
      ),
      atMost('neither accepted nor 503 with Retry-After', withoutHint, 0),
      { name: 'accepted at least', value: login.n, bar: 52 * times, ok: login.n >= 52 * times },
      atMost('accepted logins p95, ms', login.p95, LOGIN_MS),
      atMost('health p99 meanwhile, ms', live.p99, HEALTH_MS),
      atMost('failed health checks', live.failed, 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { statuses, login, health: live, healthOverOpenConnections: kept },
  );
}

/** Asks through the gateway every 20 ms, on time whether the one before is answered or not. */
function watchHealth(url: string) {
  const times: number[] = [];
  const running: Promise<void>[] = [];
  let failed = 0;
  async function once(): Promise<void> {
    const startedAt = performance.now();
    const answer = await fetch(new URL('/health/live', url)).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) times.push(performance.now() - startedAt);
    else failed += 1;
  }
  const timer = setInterval(() => running.push(once()), 20);
  return async () => {
    clearInterval(timer);
    await Promise.all(running);
    return latencyOf(times, failed);
  };
}
