import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnEventType } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import type { Redis } from 'ioredis';
import { compareCursors, FIRST_EPOCH, type Cursor } from '../log/cursor.ts';
import { follows, type LogEntry } from '../log/log-entry.ts';
import type { LogReader } from '../log/log-reader.ts';
import { readLog } from '../log/read-log.ts';
import type { Timings } from '../timings.ts';
import { readTurn, type TurnRow } from '../turns/read-turn.ts';
import { endEvent } from '../turns/turn-outcome.ts';
import { outcomeOf, partialCursor, terminalCursor } from '../turns/view-turn.ts';
import { createMailbox, type Mail } from './mailbox.ts';
import type { RowWatch } from './row-watch.ts';

export type FollowDeps = {
  db: Pick<CoachDb, '$queryRaw'>;
  commands: Redis;
  reader: LogReader;
  rowWatch: RowWatch;
  timings: Timings;
};

/** One event as a subscriber gets it; `json` is its data, on one line. */
export type OutEvent = { at: Cursor; type: TurnEventType; json: string };

export type Sink = {
  send(event: OutEvent): void;
  /** Waits until the client can take more; false = it will not, let go of it. */
  ready(): Promise<boolean>;
};

/** `ended`: the client has the terminal event. `cut`: it went away or was let go; it may resume by its cursor. */
export type Followed = 'ended' | 'cut';

/** How far a reading of the log got. */
type Reached = 'end' | 'gap' | 'caught_up' | 'nothing' | 'cut';

/**
 * Brings one subscriber from its cursor to the terminal event, whatever happens to the log on the way: contiguous
 * ids from the log, else a snapshot from the row, and the end from whichever of the two has it.
 */
export async function followTurn(
  deps: FollowDeps,
  turn: { id: string; athleteId: string },
  from: Cursor,
  sink: Sink,
  signal: AbortSignal,
): Promise<Followed> {
  /** Where in the log we are, and the last id the client got: fences move only the first. */
  let at = from;
  let sent = from;
  const mailbox = createMailbox();
  const watch = {
    turnId: turn.id,
    heardAt: performance.now(),
    onRow: mailbox.putRow,
  };

  async function forward(event: OutEvent): Promise<boolean> {
    if (!(await sink.ready()) || signal.aborted) return false;
    sink.send(event);
    sent = event.at;
    watch.heardAt = performance.now();
    return true;
  }

  async function take(entry: LogEntry): Promise<Reached> {
    if (compareCursors(entry.at, at) <= 0) return 'nothing';
    if (!follows(at, entry)) return 'gap';
    at = entry.at;
    if (entry.type === 'fence') return 'caught_up';
    if (!(await forward({ at: entry.at, type: entry.type, json: entry.json }))) return 'cut';
    return entry.type === 'end' ? 'end' : 'caught_up';
  }

  async function takeAll(entries: AsyncIterable<LogEntry> | LogEntry[]): Promise<Reached> {
    let reached: Reached = 'nothing';
    for await (const entry of entries) {
      const step = await take(entry);
      if (step === 'end' || step === 'gap' || step === 'cut') return step;
      if (step === 'caught_up') reached = step;
    }
    return reached;
  }

  async function readOn(): Promise<Reached> {
    try {
      return await takeAll(readLog(deps.commands, turn.id, at));
    } catch {
      // Redis is away; the row tells how it goes on.
      return 'nothing';
    }
  }

  async function snapshot(row: TurnRow): Promise<boolean> {
    at = partialCursor(row);
    return forward({ at, type: 'snapshot', json: JSON.stringify({ text: row.partial }) });
  }

  async function endFrom(row: TurnRow | undefined): Promise<Followed> {
    const outcome = row && outcomeOf(row);
    if (!row || !outcome) {
      // The conversation was deleted: for its readers that is a turn that was stopped.
      const gone = {
        status: 'stopped',
        errorCode: null,
        answer: '',
        writer: null,
        strikes: 0,
      } as const;
      const next = { epoch: at.epoch || FIRST_EPOCH, seq: at.seq + 1 };
      const told = await forward({ at: next, type: 'end', json: JSON.stringify(endEvent(gone)) });
      return told ? 'ended' : 'cut';
    }
    const end = terminalCursor(row);
    const last = { epoch: end.epoch, seq: end.seq - 1 };
    if (compareCursors(sent, last) !== 0) {
      const json = JSON.stringify({ text: outcome.answer });
      if (!(await forward({ at: last, type: 'snapshot', json }))) return 'cut';
    }
    const told = await forward({ at: end, type: 'end', json: JSON.stringify(endEvent(outcome)) });
    return told ? 'ended' : 'cut';
  }

  /** Something between `at` and the rest of the log is lost: bridge it with the saved text, or wait for the end. */
  async function mend(): Promise<Followed | undefined> {
    while (!signal.aborted) {
      const row = await readTurn(deps, turn.athleteId, turn.id);
      if (!row || row.status !== 'running') return endFrom(row);
      if (row.epoch === FIRST_EPOCH && compareCursors(partialCursor(row), at) > 0) {
        if (!(await snapshot(row))) return 'cut';
      }
      const reached = await readOn();
      if (reached === 'end') return 'ended';
      if (reached !== 'gap') return reached === 'cut' ? 'cut' : undefined;
      await pause(deps.timings.gapRetry, signal);
    }
    return 'cut';
  }

  /** The log was quiet. Is the turn over, gone, or does it go on without the log? */
  async function consultRow(glance: Mail['row']): Promise<Followed | undefined> {
    if (glance === undefined) return undefined;
    if (glance === null) return endFrom(undefined);
    if (glance.status === 'running' && glance.partialSeq <= at.seq) return undefined;
    return settle(await readOn());
  }

  async function settle(reached: Reached): Promise<Followed | undefined> {
    switch (reached) {
      case 'end':
        return 'ended';
      case 'cut':
        return 'cut';
      case 'gap':
        return mend();
      case 'caught_up':
        return undefined;
      case 'nothing': {
        const row = await readTurn(deps, turn.athleteId, turn.id);
        if (!row || row.status !== 'running') return endFrom(row);
        const ahead = compareCursors(partialCursor(row), at) > 0;
        if (row.epoch === FIRST_EPOCH && ahead && !(await snapshot(row))) return 'cut';
        return undefined;
      }
    }
  }

  // Live events are kept from here on, before the log is read: the other order loses what falls in between.
  const unwatch = await deps.reader.watch(turn.id, mailbox.put);
  const unlook = deps.rowWatch.add(watch);
  signal.addEventListener('abort', mailbox.wake);
  try {
    let followed = await settle(await readOn());
    while (followed === undefined) {
      if (signal.aborted) return 'cut';
      const mail = await mailbox.take();
      if (signal.aborted) return 'cut';
      const reached = mail.behind ? await readOn() : await takeAll(mail.entries);
      followed = reached === 'nothing' ? undefined : await settle(reached);
      followed ??= await consultRow(mail.row);
    }
    return followed;
  } finally {
    signal.removeEventListener('abort', mailbox.wake);
    unwatch();
    unlook();
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
