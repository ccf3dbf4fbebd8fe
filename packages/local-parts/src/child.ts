import type { ChildProcess } from 'node:child_process';

/** A part that runs as a child process: where it answers, and how to end it. */
export type Part = {
  pid: number;
  stop: () => Promise<void>;
  /** Resolves with a reason when the process ends without having been asked to. */
  died: Promise<string>;
};

/**
 * Wraps a spawned process: `stop` sends the signal, waits, and kills after `graceMs`. Idempotent.
 * Safe for a process that has ended on its own.
 */
export function asPart(
  child: ChildProcess,
  name: string,
  signal: NodeJS.Signals,
  graceMs: number,
): Part {
  let stopping = false;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, by) => resolve(`${name} ended (${by ?? `exit code ${code}`})`));
    child.once('error', (error) => resolve(`${name} could not be started: ${error.message}`));
  });
  return {
    pid: child.pid ?? -1,
    died: ended.then((reason) => (stopping ? new Promise<string>(() => undefined) : reason)),
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      child.kill(signal);
      await ended;
      clearTimeout(timer);
    },
  };
}
