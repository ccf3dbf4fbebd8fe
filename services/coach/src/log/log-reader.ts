import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@evensplit/platform/log';
import type { Redis } from 'ioredis';
import { CONTROL_KEY, logKey } from './keys.ts';
import { readEntry, type LogEntry } from './log-entry.ts';

type Listener = (entry: LogEntry) => void;

export type LogReader = AsyncDisposable & {
  /** From now on every new entry of the turn's log; returns the way to stop. */
  watch(turnId: string, listener: Listener): Promise<() => void>;
  connected: () => boolean;
};

export type LogReaderDeps = {
  /** A connection for the blocking read alone: any other command would wait behind it. */
  blocking: Redis;
  commands: Redis;
  log: Log;
  /** A stop that was asked for on any replica. */
  onCancel: (turnId: string) => void;
};

type Watched = { after: string; listeners: Set<Listener> };
type XRead = [key: string, entries: [id: string, fields: string[]][]][];

const BLOCK_MS = 1000;
const COUNT = 200;
/**
 * A read names every key, and so costs in keys, here and in Redis; with many of them, events are collected between two
 * reads. At the longest rest, an event is still with its reader in less than the 250 ms that it may take.
 */
const REST_MS_PER_KEY = 0.05;
const LONGEST_REST_MS = 100;

/** One blocking read serves every subscriber of this replica, and the control stream with them. */
export function startLogReader(deps: LogReaderDeps): LogReader {
  const { blocking, commands, log } = deps;
  const watched = new Map<string, Watched>();
  const stopping = new AbortController();
  let controlAfter: string | undefined;
  let clientId: number | undefined;
  /** A key was added that the read on the wire does not know yet. */
  let stale = false;
  let poking = false;
  /** Between two reads: nobody needs to be woken. */
  let resting: Promise<void> | undefined;

  const onReady = () => {
    clientId = undefined;
  };
  blocking.on('ready', onReady);

  async function readOnce(): Promise<void> {
    clientId ??= await blocking.client('ID');
    controlAfter ??= (await blocking.xrevrange(CONTROL_KEY, '+', '-', 'COUNT', 1))[0]?.[0] ?? '0-0';
    const keys = [...watched.keys()];
    const ids = keys.map((key) => watched.get(key)?.after ?? '0-0');
    stale = false;
    const answer = (await blocking.xread(
      'COUNT',
      COUNT,
      'BLOCK',
      BLOCK_MS,
      'STREAMS',
      CONTROL_KEY,
      ...keys,
      controlAfter,
      ...ids,
    )) as XRead | null;
    for (const [key, entries] of answer ?? []) {
      for (const raw of entries) hear(key, raw);
    }
  }

  function hear(key: string, raw: [string, string[]]): void {
    if (key === CONTROL_KEY) {
      controlAfter = raw[0];
      const turnId = raw[1][raw[1].indexOf('id') + 1];
      if (turnId !== undefined) deps.onCancel(turnId);
      return;
    }
    const target = watched.get(key);
    if (!target) return;
    target.after = raw[0];
    const entry = readEntry(raw);
    if (entry) for (const listener of target.listeners) listener(entry);
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const startedAt = performance.now();
        await readOnce();
        failures = 0;
        resting = rest(startedAt);
        await resting;
        resting = undefined;
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.debug({ err: error }, 'reading the event logs failed');
        await sleep(Math.min(100 * 2 ** failures++, 2000));
      }
    }
  }

  async function rest(startedAt: number): Promise<void> {
    const between = Math.min(watched.size * REST_MS_PER_KEY, LONGEST_REST_MS);
    const left = startedAt + between - performance.now();
    if (left >= 1) await sleep(left);
  }

  /** Ends the block, so that the next read includes the new key. 0 = it was not blocked yet: ask again. */
  async function poke(): Promise<void> {
    if (poking) return;
    poking = true;
    try {
      while (stale && clientId !== undefined && !stopping.signal.aborted) {
        if (resting) {
          await resting;
          await new Promise(setImmediate);
          continue;
        }
        const unblocked = await commands.client('UNBLOCK', clientId);
        if (unblocked === 0) await sleep(1);
        else await new Promise(setImmediate);
      }
    } catch (error) {
      log.debug({ err: error }, 'the reader could not be woken; its read ends within a second');
    } finally {
      poking = false;
    }
  }

  async function newestId(key: string): Promise<string> {
    try {
      const [newest] = await commands.xrevrange(key, '+', '-', 'COUNT', 1);
      return newest?.[0] ?? '0-0';
    } catch {
      return '0-0';
    }
  }

  const done = run();
  return {
    async watch(turnId, listener) {
      const key = logKey(turnId);
      if (!watched.has(key)) {
        const after = await newestId(key);
        // Somebody else may have begun to watch while we asked: theirs is the older, safer place.
        if (!watched.has(key)) watched.set(key, { after, listeners: new Set() });
        stale = true;
        void poke();
      }
      watched.get(key)?.listeners.add(listener);
      return () => {
        const target = watched.get(key);
        target?.listeners.delete(listener);
        if (target?.listeners.size === 0) watched.delete(key);
      };
    },
    connected: () => blocking.status === 'ready',
    async [Symbol.asyncDispose]() {
      stopping.abort();
      blocking.off('ready', onReady);
      blocking.disconnect();
      await done;
    },
  };
}
