import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../test/wait-for.ts';
import { shutdownBudget } from './shutdown.ts';

const program = fileURLToPath(new URL('../test/shutdown-program.ts', import.meta.url));

function aProgram(mode: string) {
  const child = spawn(process.execPath, [program, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  let exitCode: number | null | undefined;
  child.once('close', (code) => void (exitCode = code));
  return {
    child,
    lines: () => said.trim().split('\n'),
    hears: (line: string) => waitFor(line, () => said.includes(`${line}\n`)),
    end: async () => {
      await waitFor('the end of the process', () => exitCode !== undefined);
      return exitCode;
    },
  };
}

describe('after SIGTERM', () => {
  it('refuses, drains once balancers had time to notice, closes, and ends by itself', async () => {
    const { child, hears, lines, end } = aProgram('good');
    await hears('running');
    const startedAt = performance.now();
    child.kill('SIGTERM');
    expect(await end()).toBe(0);
    const ms = performance.now() - startedAt;
    expect(lines()).toEqual(['running', 'refuse', 'drain', 'close', 'disposed', 'ended true']);
    // Not before the 0.2 s of this test's budget.
    expect(ms).toBeGreaterThan(200);
  });

  it('goes on when a step fails', async () => {
    const { child, hears, lines, end } = aProgram('broken');
    await hears('running');
    child.kill('SIGINT');
    expect(await end()).toBe(0);
    expect(lines()).toContain('close');
  });

  it('is over in time although every step hangs', async () => {
    const { child, hears, lines, end } = aProgram('stuck');
    await hears('running');
    const startedAt = performance.now();
    child.kill('SIGTERM');
    expect(await end()).toBe(1);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(lines().slice(0, 5)).toEqual(['running', 'refuse', 'drain', 'abort', 'close']);
  });

  it('exits at once on a second signal', async () => {
    const { child, hears, lines, end } = aProgram('stuck');
    await hears('running');
    child.kill('SIGTERM');
    await hears('refuse');
    child.kill('SIGTERM');
    expect(await end()).toBe(1);
    expect(lines()).toEqual(['running', 'refuse']);
  });
});

describe('the budget', () => {
  it('fits into the 30 s after which compose kills, and only its first step is a choice', () => {
    expect(shutdownBudget()).toEqual({ drainS: 5, abortS: 20, closeS: 23, exitS: 25 });
    expect(shutdownBudget(0)).toEqual({ drainS: 0, abortS: 20, closeS: 23, exitS: 25 });
  });
});

describe('a bug nobody handled', () => {
  it('does not end the process when it is a rejection, but is counted', async () => {
    const { child, hears, lines, end } = aProgram('rejection');
    await hears('running');
    expect(lines()).toEqual(['counted rejection', 'running']);
    child.kill('SIGTERM');
    expect(await end()).toBe(0);
  });

  it('ends the process when it is an exception, and is counted', async () => {
    const { lines, end } = aProgram('exception');
    expect(await end()).toBe(1);
    expect(lines()).toContain('counted exception');
  });
});
