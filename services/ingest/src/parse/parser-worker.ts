import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { refuse, type ParseResult, type RefusalCode } from './parse-result.ts';
import type { ChildMessage, ParseJob } from './parser-protocol.ts';
import { readRss } from './read-rss.ts';
import { spawnParser } from './spawn-parser.ts';

export type WorkerLimits = {
  readable: readonly string[];
  timeLimitMs: number;
  rssLimitBytes: number;
  watchEveryMs: number;
  heapMb: number;
  onLoss: (loss: WorkerLoss) => void;
};

type LossCode = Extract<RefusalCode, 'parse_timeout' | 'parse_memory' | 'parser_crashed'>;
export type WorkerLoss = {
  code: LossCode;
  exitCode: number | null;
  signal: string | null;
  stderr: string;
};

export type ParserWorker = {
  run(path: string, nameHint: string, signal?: AbortSignal): Promise<ParseResult>;
  stop(): Promise<void>;
  alive(): boolean;
  /** Memory that the last file left behind counts against the next one. */
  swollen(): boolean;
  filesDone(): number;
};

const refusals = {
  parse_timeout: refuse(
    'parse_timeout',
    'Reading this file took too long and was stopped. It may be damaged; export the activity again.',
  ),
  parse_memory: refuse(
    'parse_memory',
    'Reading this file needed too much memory and was stopped. It may be damaged or far too large; export the activity again.',
  ),
  parser_crashed: refuse(
    'parser_crashed',
    'Reading this file failed unexpectedly. Nothing else was affected; export the activity again, and tell the operator if it happens once more.',
  ),
};

const STARTUP_LIMIT_MS = 15_000;
const STDERR_KEPT = 2000;

/** One child and at most one job at a time. When the child dies, the job it had is answered with a refusal. */
export function startWorker(limits: WorkerLimits): ParserWorker {
  const child = spawnParser(limits.readable, limits.heapMb);
  const exited = once(child, 'exit').catch(() => undefined);
  let filesDone = 0;
  let stopping = false;
  let failed = false;
  let killedFor: LossCode | null = null;
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  // Without a listener a failed spawn or a write to a dead child would take the whole service down.
  child.on('error', () => {
    failed = true;
    kill(child);
  });
  const ready = nextMessage(child, (message) => message.kind === 'ready');

  function lose(): ParseResult {
    // Shutting down says nothing about the file: its job must be repeated, not recorded as refused.
    if (stopping) throw poolClosed();
    const code =
      killedFor ?? (stderr.includes('heap out of memory') ? 'parse_memory' : 'parser_crashed');
    limits.onLoss({ code, exitCode: child.exitCode, signal: child.signalCode, stderr });
    return refusals[code];
  }

  function killFor(code: LossCode): void {
    killedFor ??= code;
    kill(child);
  }

  async function started(): Promise<boolean> {
    const timer = setTimeout(() => kill(child), STARTUP_LIMIT_MS);
    const message = await ready;
    clearTimeout(timer);
    return message !== null;
  }

  return {
    async run(path, nameHint, signal) {
      const abort = () => kill(child);
      signal?.addEventListener('abort', abort, { once: true });
      const timers: NodeJS.Timeout[] = [];
      try {
        if (!(await started())) {
          signal?.throwIfAborted();
          await exited;
          return lose();
        }
        signal?.throwIfAborted();
        const job: ParseJob = { id: filesDone, path, nameHint };
        const answer = nextMessage(
          child,
          (message) => message.kind === 'done' && message.id === job.id,
        );
        timers.push(setTimeout(() => killFor('parse_timeout'), limits.timeLimitMs));
        timers.push(setInterval(() => watch(child, limits, killFor), limits.watchEveryMs));
        if (child.connected) child.send(job);
        const message = await answer;
        signal?.throwIfAborted();
        if (message?.kind === 'done') {
          filesDone += 1;
          return message.result;
        }
        await exited;
        return lose();
      } finally {
        for (const timer of timers) clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
    async stop() {
      if (!stopping) {
        stopping = true;
        kill(child);
      }
      await exited;
    },
    alive: () =>
      !stopping &&
      !failed &&
      child.connected &&
      child.exitCode === null &&
      child.signalCode === null,
    swollen: () => (rssOf(child) ?? 0) > limits.rssLimitBytes / 2,
    filesDone: () => filesDone,
  };
}

function watch(child: ChildProcess, limits: WorkerLimits, killFor: (code: LossCode) => void): void {
  const rss = rssOf(child);
  if (rss !== null && rss > limits.rssLimitBytes) killFor('parse_memory');
}

function rssOf(child: ChildProcess): number | null {
  return child.pid === undefined ? null : readRss(child.pid);
}

/** Null when the child is gone before it says so. */
function nextMessage(
  child: ChildProcess,
  wanted: (message: ChildMessage) => boolean,
): Promise<ChildMessage | null> {
  return new Promise((resolve) => {
    const settle = (message: ChildMessage | null) => {
      child.off('message', listen);
      child.off('exit', gone);
      child.off('disconnect', gone);
      child.off('error', gone);
      resolve(message);
    };
    const listen = (message: unknown) => {
      if (wanted(message as ChildMessage)) settle(message as ChildMessage);
    };
    const gone = () => settle(null);
    child.on('message', listen);
    child.on('exit', gone);
    child.on('disconnect', gone);
    child.on('error', gone);
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) settle(null);
  });
}

export function poolClosed(): Error {
  return new Error('The parser pool is closed');
}

/** Nothing in the child is worth saving, and a hostile file may hold its event loop: only SIGKILL is sure. */
function kill(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}
