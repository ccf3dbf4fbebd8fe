import type { Fact } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { basisSql } from './basis.ts';

/** A row this process works on. Every write checks `epoch`: whoever claimed later is the only one who may write. */
export type BriefingClaim = {
  athleteId: string;
  epoch: number;
  /** As it was before the facts were read: what changes after that gives another one. */
  basis: string;
  timeZone: string;
  inputsHash: string | null;
  /** Of the words that stand there. */
  writer: string | null;
};

export type BriefingFound =
  | { found: 'unchanged' }
  | { found: 'new'; text: string | null; facts: Fact[]; writer: string };

type RowDeps = { db: Pick<CoachDb, '$queryRaw' | '$executeRaw'> };

/** Undefined when there is nothing to do: somebody else has it or is done, or the athlete is gone. */
export async function claimBriefing(
  { db }: RowDeps,
  athleteId: string,
  leaseMs: number,
): Promise<BriefingClaim | undefined> {
  const rows = await db.$queryRaw<BriefingClaim[]>`
    UPDATE "Briefing" b SET status = 'writing', "runEpoch" = b."runEpoch" + 1,
      "leaseUntil" = now() + ${leaseMs} * interval '1 millisecond'
    FROM "AthleteModel" m JOIN "Athlete" a ON a.id = m."athleteId"
    WHERE b."athleteId" = ${athleteId}::uuid AND m."athleteId" = b."athleteId"
      AND (b.status = 'queued' OR (b.status = 'writing' AND b."leaseUntil" < now()))
    RETURNING b."athleteId"::text AS "athleteId", b."runEpoch" AS epoch, ${basisSql} AS basis,
      a."timeZone" AS "timeZone", b."inputsHash" AS "inputsHash", b.writer`;
  return rows[0];
}

/** False when the row was taken over: then nothing was written. */
export async function finishBriefing(
  { db }: RowDeps,
  claim: BriefingClaim,
  result: BriefingFound & { day: string; inputsHash: string; dueInMs: number },
): Promise<boolean> {
  const { athleteId, epoch, basis } = claim;
  const { day, inputsHash, dueInMs } = result;
  if (result.found === 'unchanged') {
    const touched = await db.$executeRaw`
      UPDATE "Briefing" SET status = 'ready', "leaseUntil" = NULL, "checkedAt" = now(), basis = ${basis},
        "dueAt" = now() + ${dueInMs} * interval '1 millisecond'
      WHERE "athleteId" = ${athleteId}::uuid AND "runEpoch" = ${epoch} AND status = 'writing'`;
    return touched === 1;
  }
  const { text, facts, writer } = result;
  const written = await db.$executeRaw`
    UPDATE "Briefing" SET status = 'ready', "leaseUntil" = NULL, "checkedAt" = now(), basis = ${basis},
      "dueAt" = now() + ${dueInMs} * interval '1 millisecond', "writtenAt" = now(), "localDate" = ${day}::date,
      text = ${text}, facts = ${JSON.stringify(facts)}::jsonb, writer = ${writer}, "inputsHash" = ${inputsHash}
    WHERE "athleteId" = ${athleteId}::uuid AND "runEpoch" = ${epoch} AND status = 'writing'`;
  return written === 1;
}

/** Another try may begin at once instead of waiting for the lease to run out. */
export async function releaseBriefing({ db }: RowDeps, claim: BriefingClaim): Promise<void> {
  await db.$executeRaw`
    UPDATE "Briefing" SET status = 'queued', "leaseUntil" = NULL, "queuedAt" = now()
    WHERE "athleteId" = ${claim.athleteId}::uuid AND "runEpoch" = ${claim.epoch} AND status = 'writing'`;
}

/**
 * A job used up its tries. What stood there stays until it is too old; the next try comes with the next look, not
 * with the next beat, so an athlete whose data breaks the composer costs little.
 */
export async function giveUpBriefing(
  { db }: RowDeps,
  athleteId: string,
  freshMs: number,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Briefing" b SET status = 'ready', "leaseUntil" = NULL, "runEpoch" = b."runEpoch" + 1,
      basis = ${basisSql}, "dueAt" = now() + ${freshMs} * interval '1 millisecond'
    FROM "AthleteModel" m JOIN "Athlete" a ON a.id = m."athleteId"
    WHERE b."athleteId" = ${athleteId}::uuid AND m."athleteId" = b."athleteId" AND b.status <> 'ready'`;
}

/** What the page's words rest on. Undefined when there are none, or the athlete is gone. */
export async function readStanding(
  { db }: RowDeps,
  athleteId: string,
): Promise<{ inputsHash: string; timeZone: string } | undefined> {
  const rows = await db.$queryRaw<{ inputsHash: string; timeZone: string }[]>`
    SELECT b."inputsHash", a."timeZone" FROM "Briefing" b JOIN "Athlete" a ON a.id = b."athleteId"
    WHERE b."athleteId" = ${athleteId}::uuid AND b."inputsHash" IS NOT NULL AND b.text IS NOT NULL`;
  return rows[0];
}

/** With the next beat. */
export async function lookAgainSoon({ db }: RowDeps, athleteId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Briefing" SET "dueAt" = now() WHERE "athleteId" = ${athleteId}::uuid AND status = 'ready'`;
}
