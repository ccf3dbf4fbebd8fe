import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repoRoot } from '../stack/paths.ts';
import type { Protocol } from './sim-request.ts';
import { startModelSim } from './start-model-sim.ts';

type StormFigures = {
  attempts: number;
  otherEnds: string[];
  listenersLeft: number;
  words: number;
  abortedAt: (number | null)[];
  rssMb: number[];
  rssGrowthMb: number;
};

export type Storm = {
  exitCode: number | null;
  stderr: string;
  /** Undefined when the process did not live to tell. */
  figures: StormFigures | undefined;
  upstreamCalls: number;
  /** From each abort to the end of its socket as the server saw it, shortest first. */
  closeMs: number[];
  seconds: number;
};

const stormMain = join(repoRoot, 'services/coach/bench/abort-storm-main.ts');

/** Many aborted answers in a process of their own, so that its death can be seen. */
export async function storm(protocol: Protocol, aborts: number, together: number): Promise<Storm> {
  await using sim = await startModelSim({
    pace: { frameMs: 15 },
    scenarios: { storm: () => [{ say: 'On and on, word by word. '.repeat(40) }] },
  });
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--disable-warning=ExperimentalWarning',
      stormMain,
      `--url=${sim.url}`,
      `--protocol=${protocol}`,
      `--aborts=${aborts}`,
      `--together=${together}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const figures = exitCode === 0 ? readFigures(stdout) : undefined;
  const calls = sim.calls();
  return {
    exitCode,
    stderr,
    figures,
    upstreamCalls: calls.length,
    closeMs: calls
      .map(
        ({ model, closedAt }) => (closedAt ?? Infinity) - (figures?.abortedAt[Number(model)] ?? 0),
      )
      .toSorted((a, b) => a - b),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

function readFigures(stdout: string): StormFigures {
  const figures: StormFigures = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return figures;
}
