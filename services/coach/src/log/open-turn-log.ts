import type { TurnEventOf, TurnEventType } from '@evensplit/contracts';
import type { Log } from '@evensplit/platform/log';
import type { Redis } from 'ioredis';
import type { Timings } from '../timings.ts';
import type { Cursor } from './cursor.ts';
import type { NewEntry } from './log-entry.ts';
import { appendEntry, createEntry, type Written } from './write-entry.ts';

export type TurnLogDeps = {
  commands: Redis;
  timings: Timings;
  log: Log;
  /** Asks the row whether this turn is still ours; throws when Postgres is away. */
  renewLease: () => Promise<boolean>;
  onFenced: () => void;
  /** Redis holds something that only a bug of ours can have written. */
  onCorrupt: () => void;
  onLogOff: () => void;
};

export type TurnLog = {
  /** Words of the answer. Like `push` it never waits and never fails: the answer does not depend on Redis. */
  say(words: string): void;
  push<T extends Exclude<TurnEventType, 'delta' | 'end'>>(
    type: T,
    data: TurnEventOf<T>['data'],
  ): void;
  /** The text of all events so far, and the id of the last one. */
  text(): string;
  seq(): number;
  /** Everything pushed is in Redis, or Redis is away. */
  settle(): Promise<void>;
  /** After the row is final: the terminal event, at the id that the row names. */
  end(data: TurnEventOf<'end'>['data']): Promise<void>;
};

/**
 * One writer's side of a turn's event log. Redis is a cache here: when the log vanishes or Redis goes away, ids
 * go on, and the log comes back as a `snapshot` at the current id, once the lease says that we may still write.
 */
export function openTurnLog(deps: TurnLogDeps, turn: { id: string; epoch: number }): TurnLog {
  let state: 'new' | 'open' | 'off' | 'closed' = 'new';
  let seq = 0;
  let text = '';
  let retryAt = 0;
  let pumping: Promise<void> | undefined;
  const queue: NewEntry[] = [];

  function here(): Cursor {
    return { epoch: turn.epoch, seq };
  }

  function accept(written: Written): boolean {
    switch (written) {
      case 'written':
        state = 'open';
        return true;
      case 'fenced':
        state = 'closed';
        deps.onFenced();
        return false;
      case 'out_of_order':
        state = 'closed';
        deps.onCorrupt();
        return false;
      case 'vanished':
        return false;
    }
  }

  async function recreate(): Promise<void> {
    if (!(await deps.renewLease())) {
      state = 'closed';
      deps.onFenced();
      return;
    }
    queue.length = 0;
    const snapshot = { at: here(), type: 'snapshot', json: JSON.stringify({ text }) } as const;
    accept(await createEntry(deps.commands, turn.id, snapshot));
  }

  async function step(entry: NewEntry): Promise<void> {
    if (state === 'off') {
      if (performance.now() < retryAt) queue.length = 0;
      else await recreate();
      return;
    }
    const write = state === 'new' ? createEntry : appendEntry;
    const written = await write(deps.commands, turn.id, entry);
    if (written === 'vanished') await recreate();
    else if (accept(written)) queue.shift();
  }

  async function pump(): Promise<void> {
    for (let entry = queue[0]; entry !== undefined && state !== 'closed'; entry = queue[0]) {
      try {
        await step(entry);
      } catch (error) {
        if (state !== 'off') {
          deps.onLogOff();
          deps.log.debug({ err: error, turnId: turn.id }, 'event log is off');
        }
        state = 'off';
        retryAt = performance.now() + deps.timings.logRetry;
        queue.length = 0;
      }
    }
    pumping = undefined;
  }

  function enqueue(entry: NewEntry): void {
    if (state === 'closed') return;
    queue.push(entry);
    pumping ??= pump();
  }

  return {
    say(words) {
      seq += 1;
      text += words;
      enqueue({ at: here(), type: 'delta', text: words });
    },
    push(type, data) {
      seq += 1;
      if (type === 'snapshot' && 'text' in data) text = data.text;
      enqueue({ at: here(), type, json: JSON.stringify(data) });
    },
    text: () => text,
    seq: () => seq,
    async settle() {
      await pumping;
    },
    async end(data) {
      seq += 1;
      const entry = { at: here(), type: 'end', json: JSON.stringify(data) } as const;
      try {
        await createEntry(deps.commands, turn.id, entry);
      } catch (error) {
        // The row is final already; whoever waits finds the end there.
        deps.log.debug({ err: error, turnId: turn.id }, 'end event not written');
      }
      state = 'closed';
    },
  };
}
