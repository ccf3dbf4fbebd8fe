import { createHash } from 'node:crypto';
import type { AskCoach, DistanceUnits } from '@evensplit/contracts';
import { Prisma, type CoachDb, type CoachTx } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { titleOf } from '../conversations/title-of.ts';
import { isMinor } from '../guardrails/is-minor.ts';
import { FIRST_EPOCH } from '../log/cursor.ts';
import { allowModel, type AllowDeps, type Allowance } from '../model/allow-model.ts';
import type { Timings } from '../timings.ts';

export type StartDeps = {
  db: Pick<CoachDb, '$transaction'>;
  timings: Timings;
  owner: string;
  modelUse: AllowDeps;
};

export type StartedTurn =
  | (TurnRow & { isNew: true; allowance: Allowance })
  /** This very request was answered before. */
  | (TurnRow & { isNew: false });

type TurnRow = {
  id: string;
  epoch: number;
  athleteId: string;
  conversationId: string;
  question: string;
  units: DistanceUnits;
  isMinor: boolean;
  deadlineAt: Date;
  now: Date;
};

type Standing = { now: Date; units: DistanceUnits; birthYear: number | null };

const MAX_RUNNING = 2;

/**
 * Writes the row that makes a question a turn. One athlete's starts stand in line behind an advisory lock, so a
 * request that is sent twice, or fifty times at once, starts one turn and is answered with it every time.
 */
export async function startTurn(
  deps: StartDeps,
  athleteId: string,
  ask: AskCoach,
  idempotencyKey: string,
): Promise<StartedTurn> {
  const requestHash = hashRequest(ask);
  try {
    return await deps.db.$transaction(async (tx) => {
      const { now, units, birthYear } = await standInLine(tx, athleteId);
      const about = { units, isMinor: isMinor(birthYear, now), now };
      const first = await tx.turn.findUnique({
        where: { athleteId_idempotencyKey: { athleteId, idempotencyKey } },
      });
      if (first) {
        if (!Buffer.from(first.requestHash).equals(requestHash)) {
          throw new AppError(
            'idempotency_key_reused',
            'This Idempotency-Key was used for a different question.',
          );
        }
        return { ...first, isNew: false as const, ...about };
      }
      const conversationId = await openConversation(tx, athleteId, ask, now);
      await refuseMoreAnswers(tx, athleteId, conversationId);
      const budgetDay = new Date(now.toISOString().slice(0, 10));
      const asked = { athleteId, conversationId, text: ask.text, day: budgetDay };
      const allowance = await allowModel(deps.modelUse, tx, asked);
      const turn = await tx.turn.create({
        data: {
          athleteId,
          conversationId,
          idempotencyKey,
          requestHash,
          question: ask.text,
          epoch: FIRST_EPOCH,
          owner: deps.owner,
          createdAt: now,
          leaseUntil: later(now, deps.timings.lease),
          deadlineAt: later(now, deps.timings.turn),
          budgetDay,
          reservedTokens: allowance.model === 'allowed' ? allowance.reservedTokens : 0,
        },
      });
      return { ...turn, isNew: true as const, allowance, ...about };
    });
  } catch (error) {
    throw isUniqueViolation(error) ? stillAnswered(error) : error;
  }
}

/**
 * Before any tokens are set aside: whoever ends the answer that still runs holds its row and waits for the day's
 * tokens, and an insert that held those and waited for that row would stand in a circle with it.
 */
async function refuseMoreAnswers(
  tx: CoachTx,
  athleteId: string,
  conversationId: string,
): Promise<void> {
  const running = await tx.turn.findMany({
    where: { athleteId, status: 'running' },
    select: { conversationId: true },
  });
  if (running.some((turn) => turn.conversationId === conversationId)) throw stillAnswered();
  if (running.length >= MAX_RUNNING) {
    throw new AppError('turn_limit', 'Two answers are being written already: wait for one.');
  }
}

function stillAnswered(cause?: unknown): AppError {
  return new AppError('turn_active', 'This conversation is still being answered.', { cause });
}

/**
 * From here on this athlete's starts wait for each other, and the athlete's rows can be seen (row-level security). The clock
 * is Postgres': leases are compared with it by every replica. In one statement, because thousands start within minutes and
 * each statement is one more wait for this process.
 */
async function standInLine(tx: CoachTx, athleteId: string): Promise<Standing> {
  const [standing] = await tx.$queryRaw<Standing[]>`
    SELECT now() AS now, a.units::text AS units, a."birthYear", set_config('app.athlete', ${athleteId}, true) AS named
    FROM pg_advisory_xact_lock(hashtextextended(${athleteId}, 1)) AS held, "Athlete" a WHERE a.id = ${athleteId}::uuid`;
  if (!standing) throw new AppError('unauthenticated', 'Sign in to continue.');
  return standing;
}

async function openConversation(
  tx: CoachTx,
  athleteId: string,
  ask: AskCoach,
  now: Date,
): Promise<string> {
  if (ask.conversationId === undefined) {
    const conversation = await tx.conversation.create({
      data: { athleteId, title: titleOf(ask.text), createdAt: now, updatedAt: now },
    });
    return conversation.id;
  }
  const { count } = await tx.conversation.updateMany({
    where: { id: ask.conversationId, athleteId },
    data: { updatedAt: now },
  });
  if (count === 0) throw new AppError('not_found', 'There is no such conversation.');
  return ask.conversationId;
}

function hashRequest(ask: AskCoach): Buffer<ArrayBuffer> {
  const canonical = JSON.stringify([ask.conversationId ?? null, ask.text]);
  return createHash('sha256').update(canonical).digest();
}

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}

/** Under the lock only one unique index can be hit: one running turn per conversation. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
