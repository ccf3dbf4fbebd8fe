import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { startCaddy } from '@evensplit/local-parts/caddy';
import { freePort } from '@evensplit/local-parts/free-port';
import { measure } from '../bench/latency.ts';
import { cookieFor } from '../bench/people.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { caddyfile, webDist } from '../stack/paths.ts';
import { startService, type ServicePart } from '../stack/start-service.ts';
import type { DrillContext } from './drill.ts';
import { startStage } from './stage.ts';
import { codeIn, logIn, signUp } from './watch-login.ts';

const PER_SECOND = 200;
const SECONDS = 40;

/**
 * F17: two replicas of core-api behind one gateway are restarted one after the other under load, as a rolling
 * deployment does, with the pause before the port closes that the product has. The gateway is given two addresses here;
 * deployed it dials one name that stands for all replicas. With a list, Caddy 2.6.2 does not repeat a POST whose dial
 * failed, so sign-ins run along and are counted, but only reads are held to the bar.
 */
export async function restartCore(context: DrillContext): Promise<Report> {
  const stage = await startStage(context, { 'core-api': { env: { SHUTDOWN_DELAY_S: '5' } } });
  const { stack } = stage;
  const ports = await Promise.all(
    [0, 1].map(async () => [await freePort(), await freePort()] as const),
  );
  const start = async (index: number): Promise<ServicePart> => {
    const [port, metricsPort] = ports[index] ?? [0, 0];
    const part = await startService({
      name: 'core-api',
      port,
      metricsPort,
      env: stack.envs['core-api'],
    });
    context.later(part.stop);
    return part;
  };
  const replicas = await Promise.all([start(0), start(1)]);
  const gateway = await startCaddy({
    caddyfile,
    port: await freePort(),
    webRoot: webDist,
    stateDir: join(stage.dataDir, 'caddy-two'),
    upstreams: {
      core: ports.map(([port]) => `127.0.0.1:${port}`).join(' '),
      coreHealth: ports.map(([, port]) => `127.0.0.1:${port}`).join(' '),
      coach: `127.0.0.1:${stack.services.coach.port}`,
      ingest: `127.0.0.1:${stack.services.ingest.port}`,
    },
  });
  context.later(gateway.stop);
  const url = `http://localhost:${gateway.port}`;
  const { athleteId, email } = await signUp(url);
  // Enough sessions that none meets its own limit of 300 requests a minute.
  const cookies = await Promise.all(Array.from({ length: 60 }, () => cookieFor(stack, athleteId)));
  const statuses: Record<string, number> = {};
  const count = (what: string) => (statuses[what] = (statuses[what] ?? 0) + 1);
  const startedAt = performance.now();
  const failedAt: number[] = [];
  const reads = measure(PER_SECOND - 5, SECONDS, async (index) => {
    const cookie = cookies[index % cookies.length] ?? '';
    const answer = await fetch(new URL('/v1/me', url), { headers: { cookie } });
    const body = await answer.text();
    count(`read ${answer.status}${answer.ok ? '' : ` ${codeIn(body)}`}`);
    if (!answer.ok) failedAt.push((performance.now() - startedAt) / 1000);
    return answer.ok;
  });
  const writes = measure(5, SECONDS, async () => {
    const answer = await logIn(url, email);
    count(`login ${answer.status} ${answer.code}`.trimEnd());
    if (!answer.ok) failedAt.push((performance.now() - startedAt) / 1000);
    return answer.ok;
  });
  await sleep(4000);
  for (const [index, replica] of replicas.entries()) {
    const stopping = performance.now();
    context.say(
      `replica ${index + 1} is told to stop at ${((stopping - startedAt) / 1000).toFixed(1)} s`,
    );
    await replica.stop();
    await start(index);
    context.say(
      `replica ${index + 1} restarted in ${((performance.now() - stopping) / 1000).toFixed(1)} s`,
    );
    await sleep(2000);
  }
  const [read, login] = await Promise.all([reads, writes]);
  if (failedAt.length > 0)
    context.say(
      `requests failed between ${Math.min(...failedAt).toFixed(1)} s and ${Math.max(...failedAt).toFixed(1)} s`,
    );
  context.say(
    `${login.failed} of ${login.n + login.failed} sign-ins (POST) failed, see docs/operations/drills.md`,
  );
  context.say(`answers: ${JSON.stringify(statuses)}; read p99 ${read.p99.toFixed(0)} ms`);
  return reportOf(
    'F17',
    [
      exactly('requests', read.n + read.failed + login.n + login.failed, PER_SECOND * SECONDS),
      atMost('failed reads', read.failed, 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { read, login, statuses },
  );
}
