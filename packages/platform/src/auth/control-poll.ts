import type { Log } from '../log.ts';
import { withinMs } from '../time-limit.ts';

export type ControlState = { settings: Record<string, unknown>; revokedSessionIds: string[] };

export type ControlPoll = Disposable & {
  isRevoked(sessionId: string): boolean;
  setting(key: string): unknown;
  /** Called once per session that was found revoked; returns the way to stop listening. */
  onRevoked(listener: (sessionId: string) => void): () => void;
  stop(): void;
};

export type ControlPollOptions = {
  log: Log;
  /** Kill switches, and the sessions revoked in the last 11 minutes (access tokens live for 10). */
  read: () => Promise<ControlState>;
  everyMs?: number;
  readLimitMs?: number;
};

/**
 * Revocations and kill switches reach every process through the database, so they work with Redis away.
 * When the database is away the last known values hold: an outage must not bring anybody back in.
 * Resolves after the first read, whether it worked or not.
 */
export async function startControlPoll(options: ControlPollOptions): Promise<ControlPoll> {
  const { log, read, everyMs = 2000, readLimitMs = 4000 } = options;
  const listeners = new Set<(sessionId: string) => void>();
  let settings: Record<string, unknown> = {};
  let revoked = new Set<string>();
  let failing = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function poll(): Promise<void> {
    try {
      const state = await withinMs(readLimitMs, 'control poll', read());
      const before = revoked;
      settings = state.settings;
      revoked = new Set(state.revokedSessionIds);
      for (const sessionId of revoked) if (!before.has(sessionId)) announce(sessionId);
      if (failing) log.info('control poll works again');
      failing = false;
    } catch (error) {
      if (!failing) log.error({ err: error }, 'control poll failed: the last known values hold');
      failing = true;
    }
    if (!stopped) timer = setTimeout(() => void poll(), everyMs).unref();
  }

  function announce(sessionId: string): void {
    for (const listener of listeners) {
      try {
        listener(sessionId);
      } catch (error) {
        log.error({ err: error }, 'a listener for ended sessions failed');
      }
    }
  }

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
  }

  await poll();
  return {
    isRevoked: (sessionId) => revoked.has(sessionId),
    setting: (key) => settings[key],
    onRevoked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
    [Symbol.dispose]: stop,
  };
}
