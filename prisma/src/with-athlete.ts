import type { CoachTx } from './clients.ts';

type Statements = Pick<CoachTx, '$executeRaw'>;

/**
 * Work on the rows of one athlete. Tables behind row-level security ("Conversation", "Memory", "AuditEntry") show their
 * rows to nobody else: without this they are empty, and an insert is refused.
 */
export function withAthlete<Tx extends Statements, T>(
  db: { $transaction: <R>(run: (tx: Tx) => Promise<R>) => Promise<R> },
  athleteId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.$transaction(async (tx) => {
    await nameAthlete(tx, athleteId);
    return work(tx);
  });
}

/**
 * Names the athlete for the rest of a transaction that is open already. Never outside one: the setting is local, so that
 * the next user of a pooled connection starts as nobody.
 */
export async function nameAthlete(tx: Statements, athleteId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.athlete', ${athleteId}, true)`;
}

/**
 * The same in one statement with the lock that lets one athlete's requests of a kind stand in line: a transaction that
 * needs both pays for one.
 */
export async function nameAthleteInLine(
  tx: Statements,
  athleteId: string,
  line: number,
): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('app.athlete', ${athleteId}, true), pg_advisory_xact_lock(hashtextextended(${athleteId}, ${line}::int))`;
}
