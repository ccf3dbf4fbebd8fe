import { TurnErrorCode, Writer, type Fact, type LookedAt } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import type { Log } from '@evensplit/platform/log';
import type { Redis } from 'ioredis';
import type { CoachMetrics } from '../coach-metrics.ts';
import type { LogEntry, NewEntry } from '../log/log-entry.ts';
import { readLog } from '../log/read-log.ts';
import { rebuildAnswer, type Rebuilt } from '../log/rebuild-answer.ts';
import { createEntry } from '../log/write-entry.ts';
import type { Timings } from '../timings.ts';
import { finalizeTurn } from './finalize-turn.ts';
import { endEvent, type TurnOutcome } from './turn-outcome.ts';

export type ReapDeps = {
  db: Pick<CoachDb, '$queryRaw' | '$executeRaw'>;
  commands: Redis;
  timings: Timings;
  log: Log;
  metrics: CoachMetrics;
  owner: string;
};

type Taken = {
  id: string;
  epoch: number;
  partial: string;
  partialSeq: number;
  writer: string | null;
  facts: Fact[];
  lookedAt: LookedAt[];
  cancelRequestedAt: Date | null;
};

const BATCH = 20;

/** Takes turns whose owner stopped renewing, and ends each of them with the text it had. */
export async function reapTurns(deps: ReapDeps): Promise<void> {
  const taken = await deps.db.$queryRaw<Taken[]>`
    UPDATE "Turn" SET epoch = epoch + 1, owner = ${deps.owner},
      "leaseUntil" = now() + ${deps.timings.reaperLease} * interval '1 millisecond'
    WHERE id IN (SELECT id FROM "Turn" WHERE status = 'running' AND "leaseUntil" < now()
      ORDER BY "leaseUntil" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id, epoch, partial, "partialSeq", writer, facts, "lookedAt", "cancelRequestedAt"`;
  const ends = await Promise.allSettled(taken.map((turn) => endTaken(deps, turn)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function endTaken(deps: ReapDeps, turn: Taken): Promise<void> {
  deps.log.warn({ turnId: turn.id, epoch: turn.epoch }, 'taking over a turn whose owner is gone');
  await writeQuietly(deps, turn.id, {
    at: { epoch: turn.epoch, seq: 0 },
    type: 'fence',
    json: '{}',
  });
  const told = retell(deps, turn.id, await entriesOf(deps, turn.id));
  const stopped = turn.cancelRequestedAt !== null;
  const answer = told.seq > turn.partialSeq ? told.text : turn.partial;
  const outcome: TurnOutcome = {
    status: stopped ? 'stopped' : 'error',
    errorCode: stopped ? null : TurnErrorCode.enum.replica_lost,
    answer,
    writer: Writer.nullable().catch(null).parse(turn.writer),
    // An answer that was taken back left receipts behind.
    facts: [
      ...new Map([...turn.facts, ...told.facts].map((fact) => [fact.id, fact])).values(),
    ].filter(({ id }) => answer.includes(`#fact:${id})`)),
    // Known to the owner alone.
    strikes: 0,
    lookedAt: turn.lookedAt,
  };
  const lastSeq = 1;
  const ending = { turnId: turn.id, epoch: turn.epoch, lastSeq, outcome, bill: undefined };
  if (!(await finalizeTurn(deps, ending))) return;
  await writeQuietly(deps, turn.id, {
    at: { epoch: turn.epoch, seq: lastSeq },
    type: 'end',
    json: JSON.stringify(endEvent(outcome)),
  });
  deps.metrics.turnReaped();
}

/** A log that cannot be understood (a newer release wrote it) must not keep its turn from ending. */
function retell(deps: ReapDeps, turnId: string, entries: readonly LogEntry[]): Rebuilt {
  try {
    return rebuildAnswer(entries);
  } catch (error) {
    deps.log.warn(
      { err: error, turnId },
      'a log cannot be read: its turn ends with the saved text',
    );
    return { text: '', seq: 0, facts: [] };
  }
}

async function entriesOf(deps: ReapDeps, turnId: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  try {
    for await (const entry of readLog(deps.commands, turnId)) entries.push(entry);
  } catch {
    // Redis is away: what was read so far is weighed against the saved text.
  }
  return entries;
}

/** Redis may be away: then the row alone tells the end. */
async function writeQuietly(deps: ReapDeps, turnId: string, entry: NewEntry): Promise<void> {
  try {
    await createEntry(deps.commands, turnId, entry);
  } catch (error) {
    deps.log.debug({ err: error, turnId }, 'the reaper could not write to the log');
  }
}

/**
 * At boot: turns of an earlier process of this very replica have no owner any more. Waiting for their leases to
 * run out would only keep their readers waiting.
 */
export async function releaseTurnsOfEarlierBoot(
  deps: Pick<ReapDeps, 'db'>,
  replica: { name: string; owner: string },
): Promise<void> {
  await deps.db.$executeRaw`
    UPDATE "Turn" SET "leaseUntil" = now()
    WHERE status = 'running' AND starts_with(owner, ${`${replica.name}:`}) AND owner <> ${replica.owner}`;
}
