import { ApiError } from './api-error.ts';

/** What is needed of a socket; the real one fits. */
type Returning = {
  /** It tries again by itself. */
  readonly active: boolean;
  connect: () => unknown;
  on: {
    (name: 'connect_error', listener: () => void): unknown;
    (name: 'disconnect', listener: (reason: string) => void): unknown;
  };
};

type Deps = {
  /** Renews what a handshake carries; refused with 401 when nobody is signed in any more. */
  check: () => Promise<unknown>;
  isWanted: () => boolean;
  later: (work: () => void, ms: number) => unknown;
};

const CHECKED_MS = 30_000;

/**
 * A handshake carries the access cookie: when that ran out, reconnecting alone would fail for ever. And a server that
 * hangs up or refuses ends socket.io's own attempts, whether it goes away or the session has ended. Only the latter is
 * a reason to stay away: while the session cannot be asked about, because everything restarts, the socket tries on.
 */
export function comeBack(socket: Returning, { check, isWanted, later }: Deps): void {
  let checkedAt = Number.NEGATIVE_INFINITY;

  async function mayReturn(): Promise<boolean> {
    try {
      await check();
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return false;
    }
    return isWanted();
  }

  async function reconnect(afterMs: number): Promise<void> {
    // A broken transport is mended without us.
    if ((await mayReturn()) && !socket.active) {
      later(() => isWanted() && socket.connect(), afterMs);
    }
  }

  socket.on('connect_error', () => {
    const due = performance.now() - checkedAt > CHECKED_MS;
    if (due) {
      checkedAt = performance.now();
      void reconnect(1000 + Math.random() * 4000);
    } else if (!socket.active) {
      later(() => isWanted() && socket.connect(), 1000 + Math.random() * 4000);
    }
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') void reconnect(500 + Math.random() * 1500);
  });
}
