import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { asPart, type Part } from './child.ts';

export type CaddyPart = Part & { port: number };

/** The gateway as it is deployed, with its upstreams on the loopback interface and its admin endpoint off. */
export async function startCaddy(options: {
  caddyfile: string;
  port: number;
  webRoot: string;
  stateDir: string;
  upstreams: { core: string; coreHealth: string; coach: string; ingest: string };
  env?: Record<string, string>;
  log?: (line: string) => void;
}): Promise<CaddyPart> {
  const child = spawn('caddy', ['run', '--config', options.caddyfile, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: options.stateDir,
      XDG_DATA_HOME: join(options.stateDir, 'data'),
      XDG_CONFIG_HOME: join(options.stateDir, 'config'),
      CADDY_ADMIN: 'off',
      CADDY_LOG_LEVEL: 'ERROR',
      SITE_ADDRESS: `:${options.port}`,
      WEB_ROOT: options.webRoot,
      CORE_UPSTREAM: options.upstreams.core,
      CORE_HEALTH_UPSTREAM: options.upstreams.coreHealth,
      COACH_UPSTREAM: options.upstreams.coach,
      INGEST_UPSTREAM: options.upstreams.ingest,
      ...options.env,
    },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      // A browser that closes its stream is no fault of anybody.
      const line = chunk
        .toString()
        .split('\n')
        .filter((one) => one && !one.includes('context canceled'))
        .join('\n');
      if (!line) return;
      lines.push(line);
      if (lines.length > 20) lines.shift();
      options.log?.(line);
    });
  const part = asPart(child, 'Caddy', 'SIGTERM', 10_000);
  const failure = await Promise.race([part.died, answers(options.port)]);
  if (typeof failure === 'string') throw new Error(`${failure}: ${lines.slice(-3).join(' | ')}`);
  return { ...part, port: options.port };
}

async function answers(port: number): Promise<true> {
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
