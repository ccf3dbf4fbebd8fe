import pg from 'pg';
import type { Stack } from '../../stack/start-stack.ts';

/** A connection of the owner of all tables, as long as the work takes. */
export async function withOwner<T>(
  stack: Pick<Stack, 'urls'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: stack.urls.admin });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type HeldTable = { release: () => Promise<void> };

/**
 * Locks the turns against everybody, as a migration that waits for somebody would. Each of the coach's connections is
 * then taken by a statement that waits, until its time is up and the next one takes it.
 */
export async function holdTurns(stack: Pick<Stack, 'urls'>): Promise<HeldTable> {
  const client = new pg.Client({ connectionString: stack.urls.admin });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE "Turn" IN ACCESS EXCLUSIVE MODE');
  // Ending the connection ends the transaction, and with it the lock.
  return { release: () => client.end() };
}

/** How many connections of this name wait for a lock at this moment. */
export async function countWaiting(
  stack: Pick<Stack, 'urls'>,
  applicationName: string,
): Promise<number> {
  return withOwner(stack, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE application_name = $1 AND wait_event_type = 'Lock'`,
      [applicationName],
    );
    return rows[0]?.n ?? 0;
  });
}
