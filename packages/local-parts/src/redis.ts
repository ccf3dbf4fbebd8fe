import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { asPart, type Part } from './child.ts';
import { freePort } from './free-port.ts';

export type RedisPart = Part & { port: number; url: string };

/**
 * What a Redis is for decides what it may lose: the queue keeps everything and refuses when full, the cache
 * forgets the least recently used and nothing survives a restart, a test's Redis writes nothing to disk.
 */
const profiles = {
  queue: ['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
  cache: ['--save', '', '--maxmemory', '128mb', '--maxmemory-policy', 'allkeys-lru'],
  test: ['--save', '', '--databases', '64'],
} as const;

export async function startRedis(options: {
  profile: keyof typeof profiles;
  dir: string;
  port?: number;
  log?: (line: string) => void;
}): Promise<RedisPart> {
  await mkdir(options.dir, { recursive: true });
  const port = options.port ?? (await freePort());
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      options.dir,
      ...profiles[options.profile],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  child.stdout.on('data', (chunk: Buffer) => options.log?.(chunk.toString().trimEnd()));
  child.stderr.on('data', (chunk: Buffer) => options.log?.(chunk.toString().trimEnd()));
  const part = asPart(child, `Redis (${options.profile})`, 'SIGTERM', 10_000);
  const failure = await Promise.race([part.died, answers(port)]);
  if (typeof failure === 'string') throw new Error(failure);
  return { ...part, port, url: `redis://127.0.0.1:${port}` };
}

async function answers(port: number): Promise<true> {
  for (;;) {
    const pong = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString().startsWith('+PONG'));
      });
      socket.once('error', () => resolve(false));
    });
    if (pong) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
