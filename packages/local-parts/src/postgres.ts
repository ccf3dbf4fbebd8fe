import { fork } from 'node:child_process';
import { join } from 'node:path';
import { asPart, type Part } from './child.ts';
import { freePort } from './free-port.ts';
import { postgresProgramsForOthers } from './open-to-others.ts';

export type PostgresPart = Part & { port: number; urlOf: (database: string) => string };

/**
 * A real Postgres server on the loopback interface, initialised on first use. `urlOf` is the superuser's URL.
 * `throwaway` trades durability for speed: for tests and benchmarks whose data nobody will miss.
 */
export async function startPostgres(options: {
  dir: string;
  port?: number;
  password?: string;
  throwaway?: boolean;
  log?: (line: string) => void;
}): Promise<PostgresPart> {
  const port = options.port ?? (await freePort());
  const password = options.password ?? 'postgres';
  const flags = options.throwaway
    ? [
        '-c',
        'fsync=off',
        '-c',
        'synchronous_commit=off',
        '-c',
        'full_page_writes=off',
        '-c',
        'max_connections=200',
      ]
    : ['-c', 'max_connections=120'];
  const programs = await postgresProgramsForOthers();
  const child = fork(
    join(import.meta.dirname, 'postgres-process.ts'),
    [options.dir, String(port), password, ...flags],
    // Not the parent's exec arguments: under Jest they would start Node's VM modules here too.
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      detached: true,
      env: { ...process.env, ...(programs ? { EVENSPLIT_POSTGRES_PROGRAMS: programs } : {}) },
    },
  );
  const lines: string[] = [];
  const keep = (chunk: Buffer) => {
    for (const line of chunk.toString().trimEnd().split('\n')) {
      lines.push(line);
      if (lines.length > 50) lines.shift();
      options.log?.(line);
    }
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const part = asPart(child, 'Postgres', 'SIGTERM', 20_000);
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
  const failure = await Promise.race([ready, part.died]);
  if (typeof failure === 'string') throw new Error(`${failure}: ${lines.slice(-8).join(' | ')}`);
  const urlOf = (database: string) =>
    `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return { ...part, port, urlOf };
}
