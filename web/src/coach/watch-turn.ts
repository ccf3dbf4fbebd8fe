import type { TurnEvent, TurnView } from '@evensplit/contracts';
import { ApiError } from '../api/api-error.ts';
import { nextTurnState, type TurnState, turnStateOf } from './turn-state.ts';

/** What is needed of the coach's socket; the real one fits. */
export type TurnSocket = {
  readonly connected: boolean;
  on: {
    (name: 'connect' | 'disconnect', listener: () => void): unknown;
    (name: 'turn:event', listener: (event: { turnId: string } & TurnEvent) => void): unknown;
  };
  off: (name: 'connect' | 'disconnect' | 'turn:event', listener: never) => unknown;
  emit: {
    (
      name: 'turn:watch',
      message: { turnId: string; cursor?: string },
      ack: (answer: { ok: true } | { ok: false; code: string }) => void,
    ): unknown;
    (name: 'turn:unwatch', message: { turnId: string }): unknown;
  };
};

export type WatchDeps = {
  socket: TurnSocket;
  fetchTurn: (id: string) => Promise<TurnView>;
  /** How long after the deadline silence is answered by reading the row. */
  graceMs?: number;
  /** How often the row is read while no socket can be had. */
  pollMs?: number;
};

export type WatchedTurn = TurnState & { connection: 'live' | 'reconnecting' };

const GONE = Symbol('gone');

function isGone(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

/**
 * Follows a running turn to its end: events from the last cursor on, the row when something is missing, when the
 * socket is away, and when the deadline has passed in silence. The clock is the monotonic one, against the server's
 * own `now`, so a wrong wall clock changes nothing. Returns the function that stops watching.
 */
export function watchTurn(
  deps: WatchDeps,
  turn: TurnView,
  onChange: (state: WatchedTurn, ended: boolean) => void,
): () => void {
  const { socket, fetchTurn, graceMs = 20_000, pollMs = 4000 } = deps;
  let state = turnStateOf(turn);
  let over = false;
  let reading = false;
  /** The socket is there, but its server does not watch for us (it is full, or could not read the row). */
  let refused = false;

  function publish(): void {
    const ended = state.status !== 'running' && !state.needsRow;
    const connection = socket.connected && !refused ? 'live' : 'reconnecting';
    onChange({ ...state, connection }, ended);
    if (ended) stop();
  }

  function watch(): void {
    if (over) return;
    socket.emit('turn:watch', { turnId: turn.id, cursor: state.cursor }, (answer) => {
      const wasRefused = refused;
      refused = !answer.ok;
      if (refused) void readRow();
      else if (wasRefused) publish();
    });
  }

  function onEvent(event: { turnId: string } & TurnEvent): void {
    if (event.turnId !== turn.id || over) return;
    const before = state;
    state = nextTurnState(state, { kind: 'event', event });
    if (state === before) return;
    publish();
    if (state.needsRow && !before.needsRow) void readRow();
  }

  async function readRow(): Promise<void> {
    if (reading || over) return;
    reading = true;
    const missed = state.needsRow;
    const row = await fetchTurn(turn.id).catch((error: unknown) => (isGone(error) ? GONE : null));
    reading = false;
    if (over || !row) return;
    // Deleted somewhere else: nobody will ever write more of it.
    if (row === GONE) state = { ...state, status: 'stopped', phase: null, needsRow: false };
    else state = nextTurnState(state, { kind: 'row', row });
    publish();
    // The row closed the gap: go on from where its text ends.
    if (missed && !state.needsRow && state.status === 'running' && socket.connected) watch();
  }

  function onConnect(): void {
    watch();
    publish();
  }

  const untilSilence = Math.max(0, Date.parse(turn.deadlineAt) - Date.parse(turn.now)) + graceMs;
  const silence = setTimeout(() => void readRow(), untilSilence);
  const poll = setInterval(() => {
    const late = performance.now() - startedAt > untilSilence;
    if (!socket.connected || state.needsRow || late || refused) void readRow();
    if (socket.connected && refused) watch();
  }, pollMs);
  const startedAt = performance.now();
  socket.on('connect', onConnect);
  socket.on('disconnect', publish);
  socket.on('turn:event', onEvent);
  if (socket.connected) watch();

  function stop(): void {
    if (over) return;
    over = true;
    clearTimeout(silence);
    clearInterval(poll);
    socket.off('connect', onConnect as never);
    socket.off('disconnect', publish as never);
    socket.off('turn:event', onEvent as never);
    if (socket.connected) socket.emit('turn:unwatch', { turnId: turn.id });
  }
  return stop;
}
