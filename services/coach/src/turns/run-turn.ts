import type { DistanceUnits, TurnErrorCode } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import type { Log } from '@evensplit/platform/log';
import type { Redis } from 'ioredis';
import type { CoachMetrics } from '../coach-metrics.ts';
import { guardResponders } from '../guardrails/guard-responders.ts';
import { openTurnLog } from '../log/open-turn-log.ts';
import type { Allowance } from '../model/allow-model.ts';
import type { ModelMetrics } from '../model/model-metrics.ts';
import { openAccount } from '../model/token-account.ts';
import type { Timings } from '../timings.ts';
import { abortReasonOf, type AbortReason } from './abort-reason.ts';
import { consult } from './consult.ts';
import { finalizeWhilePossible } from './finalize-turn.ts';
import { baselineAfter, whoMayAnswer } from './line-of-responders.ts';
import { listLookups, type Lookups } from './looked-at.ts';
import { renewLeases } from './renew-leases.ts';
import type { Exchange, Responder, TurnQuestion } from './responder.ts';
import type { Slot } from './running-turns.ts';
import { createSpeech } from './speak.ts';
import { endEvent, type FinalStatus, type TurnOutcome } from './turn-outcome.ts';

export type RunTurnDeps = {
  db: Pick<CoachDb, '$queryRaw' | '$executeRaw'>;
  commands: Redis;
  log: Log;
  timings: Timings;
  metrics: CoachMetrics & ModelMetrics;
  clock: Clock;
  responders: readonly Responder[];
  /** `<hostname>:<bootId>` */
  owner: string;
};

export type OwnedTurn = {
  id: string;
  epoch: number;
  athleteId: string;
  conversationId: string;
  question: string;
  units: DistanceUnits;
  isMinor: boolean;
  allowance: Allowance;
};

/** An aborted call has let go of its connection long before. */
const BILL_MS = 500;

type Verdict = { status: FinalStatus; errorCode: TurnErrorCode | null };

/**
 * One turn from its first event to its end, on the replica that owns it. Nothing a client does reaches in here
 * but `stop`; nothing here waits for a client or for Redis. Never rejects.
 */
export async function runTurn(
  deps: RunTurnDeps,
  turn: OwnedTurn,
  earlier: () => Promise<Exchange[]>,
  slot: Slot,
): Promise<void> {
  const startedAt = performance.now();
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (reason: AbortReason) => controller.abort(reason);
  const fail = (code: TurnErrorCode) => abort({ kind: 'failed', code });
  const log = openTurnLog(
    {
      commands: deps.commands,
      timings: deps.timings,
      log: deps.log,
      // Our own reaper may have taken it: then the owner has our name, and a later epoch.
      renewLease: async () =>
        (await renewLeases(deps, deps.owner, [turn.id])).some(({ epoch }) => epoch === turn.epoch),
      onFenced: () => abort({ kind: 'fenced' }),
      onCorrupt: () => {
        deps.metrics.logCorrupt();
        fail('internal');
      },
      onLogOff: deps.metrics.logOff,
    },
    turn,
  );
  const speech = createSpeech({ log, timings: deps.timings }, turn.units);
  let speaker: Responder | undefined;
  const lookups: Lookups = new Map();
  const reservedTokens = turn.allowance.model === 'allowed' ? turn.allowance.reservedTokens : 0;
  const account = openAccount(reservedTokens, deps.clock);
  const wallClock = setTimeout(() => fail('hard_timeout'), deps.timings.turn).unref();
  slot.fill({
    id: turn.id,
    epoch: turn.epoch,
    abort,
    progress: () => ({
      text: log.text(),
      seq: log.seq(),
      writer: speaker?.writer ?? null,
      facts: speech.facts(),
    }),
    lookedAt: () => listLookups(lookups),
  });

  async function answer(): Promise<Verdict> {
    const question: TurnQuestion = {
      turnId: turn.id,
      athleteId: turn.athleteId,
      conversationId: turn.conversationId,
      text: turn.question,
      units: turn.units,
      isMinor: turn.isMinor,
      earlier: await earlier(),
      deadline: startedAt + deps.timings.turn,
      account,
      lookups,
    };
    const allowed = whoMayAnswer(deps.responders, turn.allowance);
    let line = guardResponders({ ...deps, responders: allowed }, question);
    while (line.length > 0 && !signal.aborted) {
      const [responder, ...others] = line;
      if (responder === undefined) break;
      line = others;
      speaker = responder;
      const consulted = await consult(responder, question, speech, signal);
      if (signal.aborted) break;
      if (consulted.outcome === 'answered') return { status: 'done', errorCode: null };
      if (consulted.outcome === 'retracted') {
        deps.log.warn(
          { turnId: turn.id, writer: responder.writer, because: consulted.because },
          'an answer was taken back',
        );
        speech.retract();
        line = baselineAfter(line, consulted.because);
        continue;
      }
      deps.log.warn(
        {
          turnId: turn.id,
          writer: responder.writer,
          outcome: consulted.outcome,
          err: consulted.error,
        },
        'responder did not answer',
      );
      if (consulted.outcome === 'broke_off') return { status: 'error', errorCode: consulted.code };
    }
    return signal.aborted
      ? verdictOf(abortReasonOf(signal))
      : { status: 'error', errorCode: 'internal' };
  }

  async function end(verdict: Verdict): Promise<void> {
    speech.flush();
    await log.settle();
    if (signal.aborted && abortReasonOf(signal).kind === 'fenced') return deps.metrics.turnFenced();
    const outcome: TurnOutcome = {
      ...verdict,
      answer: log.text(),
      writer: log.text() === '' ? null : (speaker?.writer ?? null),
      facts: speech.facts(),
      strikes: speech.strikes(),
      lookedAt: listLookups(lookups),
    };
    const bill = await account.settle(BILL_MS);
    if (reservedTokens > 0 && bill.usedTokens > reservedTokens) deps.metrics.reservationExceeded();
    const ending = { turnId: turn.id, epoch: turn.epoch, lastSeq: log.seq() + 1, outcome, bill };
    const giveUpAt = startedAt + deps.timings.turn + deps.timings.finalizeGrace;
    if (!(await finalizeWhilePossible(deps, ending, giveUpAt))) return deps.metrics.turnFenced();
    await log.end(endEvent(outcome));
    const seconds = (performance.now() - startedAt) / 1000;
    deps.metrics.turnEnded(outcome.status, outcome.errorCode, seconds);
  }

  try {
    log.push('status', { phase: 'started' });
    await end(await answer().catch(unexpected));
  } catch (error) {
    deps.log.error({ err: error, turnId: turn.id }, 'a turn was left to the reaper');
  } finally {
    clearTimeout(wallClock);
    slot.free();
  }

  function unexpected(error: unknown): Verdict {
    deps.log.error({ err: error, turnId: turn.id }, 'a turn failed');
    return { status: 'error', errorCode: 'internal' };
  }
}

function verdictOf(reason: AbortReason): Verdict {
  switch (reason.kind) {
    case 'stop':
      return { status: 'stopped', errorCode: null };
    case 'failed':
      return { status: 'error', errorCode: reason.code };
    case 'fenced':
      return { status: 'error', errorCode: 'replica_lost' };
  }
}
