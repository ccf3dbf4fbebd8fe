import type { Log } from '@evensplit/platform/log';

export type Task = {
  name: string;
  everyMs: number;
  /** Up to this much is added at random, so that replicas do not all come at once. */
  jitterMs?: number;
  /** How long to stand back after a pass that failed. */
  pauseAfterFailureMs?: number;
  run: () => Promise<void>;
};

/** Runs each task again and again, never two passes of one at a time. Disposing waits for the pass that runs. */
export function startUpkeep(deps: { log: Log }, tasks: Task[]): AsyncDisposable {
  const stops = tasks.map((task) => repeat(deps.log, task));
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

function repeat(log: Log, task: Task): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pass: Promise<void> = Promise.resolve();
  let failing = false;

  async function once(): Promise<void> {
    const startedAt = performance.now();
    let wait = 0;
    try {
      await task.run();
      if (failing) log.info({ task: task.name }, 'upkeep works again');
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ err: error, task: task.name }, 'upkeep failed');
      failing = true;
      wait = task.pauseAfterFailureMs ?? 0;
    }
    // A pass that takes its time does not make the next one late, but it never follows at once either.
    const left = Math.max(task.everyMs / 2, task.everyMs - (performance.now() - startedAt));
    plan(Math.max(wait, left + Math.random() * (task.jitterMs ?? 0)));
  }

  function plan(ms: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      pass = once();
    }, ms).unref();
  }

  plan(Math.random() * task.everyMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await pass;
  };
}
