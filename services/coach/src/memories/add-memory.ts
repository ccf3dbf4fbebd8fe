import { createHash } from 'node:crypto';
import { MOST_MEMORIES, type MemoryView, type NewMemory } from '@evensplit/contracts';
import { nameAthleteInLine, type CoachDb, type CoachTx } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import { AppError } from '@evensplit/platform/app-error';
import { todayOf } from './today-of.ts';
import { stored, viewMemory, withTurn, type MemoryRow } from './view-memory.ts';

export type AddDeps = { db: Pick<CoachDb, '$transaction'>; clock: Clock };

/**
 * Keeps what an athlete asked to be remembered. One athlete's additions stand in line, so that a request sent twice, and
 * two tabs that confirm the same sentence, keep it once, and the limit holds.
 */
export async function addMemory(
  { db, clock }: AddDeps,
  athleteId: string,
  wanted: NewMemory,
  idempotencyKey: string,
): Promise<{ isNew: boolean; memory: MemoryView }> {
  const requestHash = hashRequest(wanted);
  return db.$transaction(async (tx) => {
    await nameAthleteInLine(tx, athleteId, 3);
    const today = await todayOf(tx, athleteId, clock());
    const known = await findKept(tx, athleteId, wanted, { idempotencyKey, requestHash });
    if (known) return { isNew: false, memory: viewMemory(known, today) };
    if ((await tx.memory.count({ where: { athleteId } })) >= MOST_MEMORIES) {
      throw new AppError(
        'memory_limit',
        `Your coach remembers ${MOST_MEMORIES} things at most: delete one first.`,
      );
    }
    const { sourceTurnId, since, until, ...said } = wanted;
    const row = await tx.memory.create({
      data: {
        ...said,
        athleteId,
        since: stored(since),
        until: stored(until),
        confirmed: sourceTurnId !== undefined,
        sourceTurnId: sourceTurnId ?? null,
        idempotencyKey,
        requestHash,
      },
      include: withTurn,
    });
    return { isNew: true, memory: viewMemory(row, today) };
  });
}

/** What an earlier try of this request, or an earlier confirmation of the same question, has kept. */
async function findKept(
  tx: CoachTx,
  athleteId: string,
  { sourceTurnId }: NewMemory,
  request: { idempotencyKey: string; requestHash: Buffer },
): Promise<MemoryRow | null> {
  const { idempotencyKey, requestHash } = request;
  const before = await tx.memory.findUnique({
    where: { athleteId_idempotencyKey: { athleteId, idempotencyKey } },
    include: withTurn,
  });
  if (before) {
    if (!Buffer.from(before.requestHash).equals(requestHash)) {
      throw new AppError(
        'idempotency_key_reused',
        'This Idempotency-Key was used for a different memory.',
      );
    }
    return before;
  }
  if (sourceTurnId === undefined) return null;
  if ((await tx.turn.count({ where: { id: sourceTurnId, athleteId } })) === 0) {
    throw new AppError('not_found', 'There is no such turn.');
  }
  return tx.memory.findFirst({ where: { athleteId, sourceTurnId }, include: withTurn });
}

function hashRequest(wanted: NewMemory): Buffer<ArrayBuffer> {
  const { kind, text, topic, status, since, until, sourceTurnId = null } = wanted;
  const canonical = JSON.stringify([kind, text, topic, status, since, until, sourceTurnId]);
  return createHash('sha256').update(canonical).digest();
}
