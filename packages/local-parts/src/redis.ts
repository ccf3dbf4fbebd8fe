import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { asPart, type Part } from './child.ts';
import { freePort } from './free-port.ts';
import type { RedisAcl } from './redis-users.ts';

/** `url` is the operator's where the server has users. */
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
  /** Without it everybody may do everything: for a test's own server. */
  acl?: RedisAcl;
  log?: (line: string) => void;
}): Promise<RedisPart> {
  const { acl } = options;
  await mkdir(options.dir, { recursive: true });
  const users = join(options.dir, 'users.acl');
  if (acl) await writeFile(users, acl.file, { mode: 0o600 });
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
      ...(acl ? ['--aclfile', users] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  child.stdout.on('data', (chunk: Buffer) => options.log?.(chunk.toString().trimEnd()));
  child.stderr.on('data', (chunk: Buffer) => options.log?.(chunk.toString().trimEnd()));
  const part = asPart(child, `Redis (${options.profile})`, 'SIGTERM', 10_000);
  const failure = await Promise.race([part.died, answers(port, acl)]);
  if (typeof failure === 'string') throw new Error(failure);
  const login = acl ? `operator:${encodeURIComponent(acl.operatorPassword)}@` : '';
  return { ...part, port, url: `redis://${login}127.0.0.1:${port}` };
}

async function answers(port: number, acl: RedisAcl | undefined): Promise<true> {
  // A stranger is refused before the server says that it is still reading its file: so the operator asks.
  const login = acl ? `AUTH operator ${acl.operatorPassword}\r\n` : '';
  for (;;) {
    const pong = await new Promise<boolean>((resolve) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(`${login}PING\r\nQUIT\r\n`));
      socket.on('data', (data) => (said += data.toString()));
      socket.once('close', () => resolve(said.includes('+PONG')));
      socket.once('error', () => resolve(false));
    });
    if (pong) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
