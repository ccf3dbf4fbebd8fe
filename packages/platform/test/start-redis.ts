import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export type TestRedis = AsyncDisposable & {
  readonly url: string;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts again on the same port; what was in memory is gone unless `persist` was asked for. */
  start(): Promise<void>;
  /** SIGSTOP and SIGCONT: the connection stays, answers do not come. */
  freeze(): void;
  thaw(): void;
};

/** A real Redis of this test's own, in a temporary folder, ended with the test. */
export async function startRedis(
  options: { persist?: boolean; users?: readonly string[] } = {},
): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'evensplit-redis-'));
  const aclFile = join(folder, 'users.acl');
  const acl = options.users ? ['--aclfile', aclFile] : [];
  if (options.users) await writeFile(aclFile, options.users.map((user) => `${user}\n`).join(''));
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const durability = options.persist ? ['--appendonly', 'yes', '--appendfsync', 'always'] : [];
    child = spawn(
      'redis-server',
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--save',
        '',
        ...durability,
        ...acl,
      ],
      { stdio: 'ignore' },
    );
    const probe = new Redis({ port, retryStrategy: () => 50, maxRetriesPerRequest: null });
    probe.on('error', () => undefined);
    try {
      await probe.ping();
    } finally {
      probe.disconnect();
    }
  }

  async function kill(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
