import { basename } from 'node:path';
import type { ParseResult } from './parse-result.ts';
import { readableFolders } from './spawn-parser.ts';
import { poolClosed, startWorker, type ParserWorker, type WorkerLoss } from './parser-worker.ts';

export type ParserPoolOptions = {
  /** The only folder of data that the children may read. */
  rawFolder: string;
  size?: number;
  timeLimitMs?: number;
  rssLimitBytes?: number;
  watchEveryMs?: number;
  heapMb?: number;
  /** A child is replaced after so many files, before a slow leak can matter. */
  filesPerChild?: number;
  /** For the operator's log; never shown to athletes. */
  onLoss?: (loss: WorkerLoss) => void;
};

type ParseTarget = string | { path: string; nameHint: string };

export type ParserPool = {
  /** Never rejects on account of the file: crashes and limits are refusals. Rejects when `signal` aborts or the pool closes. */
  parse(target: ParseTarget, signal?: AbortSignal): Promise<ParseResult>;
  close(): Promise<void>;
};

type Waiting = { start: (worker: ParserWorker) => void; cancel: (reason: unknown) => void };

/** Parsing happens in children that may die; the pool, and the service around it, go on. */
export function createParserPool(options: ParserPoolOptions): ParserPool {
  const size = options.size ?? 1;
  const filesPerChild = options.filesPerChild ?? 100;
  const limits = {
    readable: readableFolders(options.rawFolder),
    timeLimitMs: options.timeLimitMs ?? 20_000,
    rssLimitBytes: options.rssLimitBytes ?? 512 * 1024 * 1024,
    watchEveryMs: options.watchEveryMs ?? 250,
    heapMb: options.heapMb ?? 384,
    onLoss: options.onLoss ?? (() => undefined),
  };
  const idle: ParserWorker[] = [];
  const all = new Set<ParserWorker>();
  const waiting: Waiting[] = [];
  let closed = false;

  function dispatch(): void {
    while (waiting.length > 0 && !closed) {
      try {
        const worker = freeWorker();
        if (worker === undefined) return;
        waiting.shift()?.start(worker);
      } catch (error) {
        waiting.shift()?.cancel(error);
      }
    }
  }

  function freeWorker(): ParserWorker | undefined {
    for (;;) {
      const worker = idle.pop();
      if (worker === undefined) return all.size < size ? hire() : undefined;
      if (worker.alive()) return worker;
      // It died while nobody watched.
      all.delete(worker);
    }
  }

  function hire(): ParserWorker {
    const worker = startWorker(limits);
    all.add(worker);
    return worker;
  }

  async function release(worker: ParserWorker): Promise<void> {
    const fresh = worker.filesDone() < filesPerChild && !worker.swollen();
    if (!closed && worker.alive() && fresh) {
      idle.push(worker);
    } else {
      await worker.stop();
      all.delete(worker);
    }
    dispatch();
  }

  function acquire(signal: AbortSignal | undefined): Promise<ParserWorker> {
    if (closed) return Promise.reject(poolClosed());
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(signal?.reason);
      };
      const entry: Waiting = {
        start(worker) {
          signal?.removeEventListener('abort', leave);
          resolve(worker);
        },
        cancel(reason) {
          signal?.removeEventListener('abort', leave);
          reject(reason);
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(entry);
      dispatch();
    });
  }

  async function runOnce(
    path: string,
    nameHint: string,
    signal?: AbortSignal,
  ): Promise<ParseResult> {
    const worker = await acquire(signal);
    try {
      return await worker.run(path, nameHint, signal);
    } finally {
      void release(worker);
    }
  }

  return {
    async parse(target, signal) {
      signal?.throwIfAborted();
      const path = typeof target === 'string' ? target : target.path;
      const nameHint = typeof target === 'string' ? basename(target) : target.nameHint;
      const result = await runOnce(path, nameHint, signal);
      // A crash may be the machine's doing (its out-of-memory killer) and not the file's: it gets a second child.
      const crashed = result.outcome === 'refused' && result.code === 'parser_crashed';
      return crashed ? runOnce(path, nameHint, signal) : result;
    },
    async close() {
      closed = true;
      for (const entry of waiting.splice(0)) entry.cancel(poolClosed());
      await Promise.all([...all].map((worker) => worker.stop()));
    },
  };
}
