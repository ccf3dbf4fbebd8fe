import type { Redis } from 'ioredis';
import { cursorOf, formatCursor, type Cursor } from './cursor.ts';
import { LOG_TTL_S, logKey, MAX_ENTRIES } from './keys.ts';
import { fieldsOf, type NewEntry } from './log-entry.ts';

/** What Redis made of an append. `fenced`: a later epoch has written. `vanished`: the log is gone. */
export type Written = 'written' | 'vanished' | 'fenced' | 'out_of_order';

/** Appends to a log that must exist already: a log that was lost must not be continued as if nothing had happened. */
export async function appendEntry(redis: Redis, turnId: string, entry: NewEntry): Promise<Written> {
  try {
    const id = await redis.xadd(
      logKey(turnId),
      'NOMKSTREAM',
      'MAXLEN',
      '~',
      MAX_ENTRIES,
      formatCursor(entry.at),
      ...fieldsOf(entry),
    );
    return id === null ? 'vanished' : 'written';
  } catch (error) {
    return explainRefusal(redis, turnId, entry.at, error);
  }
}

/** Appends and creates the log if need be. Expiry is set here, so that no log can outlive its turn for long. */
export async function createEntry(redis: Redis, turnId: string, entry: NewEntry): Promise<Written> {
  const key = logKey(turnId);
  const id = formatCursor(entry.at);
  const results = await redis
    .multi()
    .xadd(key, 'MAXLEN', '~', MAX_ENTRIES, id, ...fieldsOf(entry))
    .expire(key, LOG_TTL_S)
    .exec();
  const refusal = results?.find(([error]) => error !== null)?.[0];
  if (results === null) throw new Error('redis discarded a transaction');
  return refusal ? explainRefusal(redis, turnId, entry.at, refusal) : 'written';
}

/** Redis refuses an id that is not the largest. An earlier try of ours may have arrived, or somebody took over. */
async function explainRefusal(
  redis: Redis,
  turnId: string,
  at: Cursor,
  error: unknown,
): Promise<Written> {
  if (!(error instanceof Error) || !error.message.includes('equal or smaller')) throw error;
  const [newest] = await redis.xrevrange(logKey(turnId), '+', '-', 'COUNT', 1);
  if (newest === undefined) return 'vanished';
  const top = cursorOf(newest[0]);
  if (top.epoch > at.epoch) return 'fenced';
  return top.epoch === at.epoch && top.seq === at.seq ? 'written' : 'out_of_order';
}
