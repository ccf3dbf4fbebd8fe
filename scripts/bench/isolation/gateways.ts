import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startCaddy } from '@evensplit/local-parts/caddy';
import { freePort } from '@evensplit/local-parts/free-port';
import type { DrillContext } from '../../drills/drill.ts';
import { caddyfile, webDist } from '../../stack/paths.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { startBlackHole } from './black-hole.ts';
import { startSilentNameServer } from './name-server.ts';

type Upstreams = Parameters<typeof startCaddy>[0]['upstreams'];

function upstreamsOf(stack: Stack): Upstreams {
  const { 'core-api': core, coach, ingest } = stack.services;
  return {
    core: `127.0.0.1:${core.port}`,
    coreHealth: `127.0.0.1:${core.metricsPort}`,
    coach: `127.0.0.1:${coach.port}`,
    ingest: `127.0.0.1:${ingest.port}`,
  };
}

/** Another gateway of the same configuration; answers with its address. */
export async function addGateway(
  context: DrillContext,
  options: { dir: string; name: string; upstreams: Upstreams; config?: string },
): Promise<string> {
  const port = await freePort();
  const gateway = await startCaddy({
    caddyfile: options.config ?? caddyfile,
    port,
    webRoot: webDist,
    stateDir: join(options.dir, `caddy-${options.name}`),
    upstreams: options.upstreams,
  });
  context.later(gateway.stop);
  return `http://localhost:${port}`;
}

export type LostCoaches = { nameless: string; unreachable: string; namesAsked: () => number };

/**
 * Gateways that cannot find their coach. One has a name for it, as when deployed, and a resolver that hangs: the
 * one line that names the resolver is all that differs from the deployed configuration, because the machine's own
 * resolver is not ours to break. The other has an address where packets vanish.
 */
export async function loseCoaches(
  context: DrillContext,
  dir: string,
  stack: Stack,
): Promise<LostCoaches> {
  const names = await startSilentNameServer();
  context.later(names.stop);
  const hole = await startBlackHole();
  context.later(hole.stop);
  const config = join(dir, 'Caddyfile-own-resolver');
  const deployed = await readFile(caddyfile, 'utf8');
  const marker = 'transport http {';
  if (!deployed.includes(marker)) throw new Error('the gateway has no transport to add to');
  // Without the network's name Caddy 2.6.2 would ask over TCP and be refused at once.
  await writeFile(
    config,
    deployed.replace(marker, `${marker}\n\t\tresolvers udp/127.0.0.1:${names.port}`),
  );
  const upstreams = upstreamsOf(stack);
  return {
    nameless: await addGateway(context, {
      dir,
      name: 'nameless',
      config,
      upstreams: { ...upstreams, coach: 'coach.test:3001' },
    }),
    unreachable: await addGateway(context, {
      dir,
      name: 'unreachable',
      upstreams: { ...upstreams, coach: `127.0.0.1:${hole.port}` },
    }),
    namesAsked: names.questions,
  };
}
