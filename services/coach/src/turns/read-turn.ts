import type { Fact, LookedAt, TurnStatus } from '@evensplit/contracts';
import { Prisma, type CoachDb } from '@evensplit/db';

export type TurnRow = {
  id: string;
  athleteId: string;
  conversationId: string;
  question: string;
  status: TurnStatus;
  epoch: number;
  answer: string | null;
  partial: string;
  partialSeq: number;
  lastSeq: number | null;
  writer: string | null;
  errorCode: string | null;
  facts: Fact[];
  lookedAt: LookedAt[];
  strikes: number;
  /** Of the athlete: what "until Friday" in the question means. */
  timeZone: string;
  /** What was kept of this question. */
  memoryId: string | null;
  createdAt: Date;
  deadlineAt: Date;
  finishedAt: Date | null;
  /** Postgres' clock when the row was read: deadlines are judged by it. */
  now: Date;
};

type Reads = { db: Pick<CoachDb, '$queryRaw'> };

export async function readTurn(
  { db }: Reads,
  athleteId: string,
  turnId: string,
): Promise<TurnRow | undefined> {
  const [row] = await select(
    db,
    Prisma.sql`"athleteId" = ${athleteId}::uuid AND id = ${turnId}::uuid`,
  );
  return row;
}

export function readTurnsOf(
  { db }: Reads,
  athleteId: string,
  conversationId: string,
): Promise<TurnRow[]> {
  return select(
    db,
    Prisma.sql`"athleteId" = ${athleteId}::uuid AND "conversationId" = ${conversationId}::uuid`,
  );
}

function select(db: Reads['db'], where: Prisma.Sql): Promise<TurnRow[]> {
  return db.$queryRaw<TurnRow[]>`
    SELECT id, "athleteId", "conversationId", question, status::text AS status, epoch, answer, partial, "partialSeq",
      "lastSeq", writer, "errorCode", facts, "lookedAt", strikes, "createdAt", "deadlineAt", "finishedAt", now() AS now,
      (SELECT a."timeZone" FROM "Athlete" a WHERE a.id = "athleteId") AS "timeZone",
      memory_kept_from("athleteId", id)::text AS "memoryId"
    FROM "Turn" WHERE ${where} ORDER BY "createdAt", id`;
}
