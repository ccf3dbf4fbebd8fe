import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asPart, type Part } from '@evensplit/local-parts/child';
import { repoRoot } from './paths.ts';

export type ServiceName = 'core-api' | 'coach' | 'ingest';
export type ServicePart = Part & { name: ServiceName; port: number; metricsPort: number };

/**
 * Starts one service as the container would: its own process, its own environment and nothing of ours in it.
 * Resolves when the process says ready; throws with its last lines when it ends first.
 */
export async function startService(options: {
  name: ServiceName;
  port: number;
  metricsPort: number;
  env: Record<string, string>;
  entry?: string;
  /** What an entry of a benchmark or an evaluation wants to be told. */
  args?: string[];
  /** How far it stands back where cores are short, as nice(1) counts. */
  nice?: number;
  log?: (line: string) => void;
}): Promise<ServicePart> {
  const entry = options.entry ?? join('services', options.name, 'src', 'main.ts');
  const command = [process.execPath, join(repoRoot, entry), ...(options.args ?? [])];
  const nice = options.nice === undefined ? [] : ['nice', '-n', String(options.nice)];
  const [program = process.execPath, ...args] = [...nice, ...command];
  const child = spawn(program, args, {
    cwd: repoRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      UV_THREADPOOL_SIZE: '8',
      PORT: String(options.port),
      METRICS_PORT: String(options.metricsPort),
      ...options.env,
    },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().trimEnd().split('\n')) {
        lines.push(line);
        if (lines.length > 40) lines.shift();
        options.log?.(line);
      }
    });
  // Services drain for up to 25 s (reliability.md §6).
  const part = asPart(child, options.name, 'SIGTERM', 30_000);
  // Linux may first share cores out between sessions, and this is one of its own.
  if (options.nice !== undefined)
    await writeFile(`/proc/${child.pid}/autogroup`, String(options.nice)).catch(() => undefined);
  const failure = await Promise.race([part.died, ready(options.port)]);
  if (typeof failure === 'string') throw new Error(`${failure}\n${lines.slice(-12).join('\n')}`);
  return { ...part, name: options.name, port: options.port, metricsPort: options.metricsPort };
}

async function ready(port: number): Promise<true> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
        signal: AbortSignal.timeout(1000),
      });
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline) throw new Error(`no service answered ready on port ${port} in 60 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
