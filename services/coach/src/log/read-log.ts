import type { Redis } from 'ioredis';
import { beginning, formatCursor, type Cursor } from './cursor.ts';
import { logKey } from './keys.ts';
import { readEntry, type LogEntry } from './log-entry.ts';

const PAGE = 200;

/** The entries after `from`, a page at a time, so that a long log never arrives as one reply. */
export async function* readLog(
  redis: Redis,
  turnId: string,
  from: Cursor = beginning,
): AsyncGenerator<LogEntry> {
  let after = formatCursor(from);
  for (;;) {
    const page = await redis.xrange(logKey(turnId), `(${after}`, '+', 'COUNT', PAGE);
    for (const raw of page) {
      after = raw[0];
      const entry = readEntry(raw);
      if (entry) yield entry;
    }
    if (page.length < PAGE) return;
  }
}
