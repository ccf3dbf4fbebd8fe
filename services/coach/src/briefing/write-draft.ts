import type { Writer } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { civilDay } from '@evensplit/evidence';
import type { Clock } from '@evensplit/platform/clock';
import type { Log } from '@evensplit/platform/log';
import { estimateTokens } from '../model/estimate-tokens.ts';
import { openAccount } from '../model/token-account.ts';
import { insist } from '../turns/insist.ts';
import { lookAgainSoon, readStanding } from './briefing-row.ts';
import type { BriefingTimings } from './briefing-timings.ts';
import type { DraftOutcome } from './draft-outcome.ts';
import { claimDraft, closeDraft, finishDraft, type DraftClaim } from './draft-row.ts';
import { prepareDraft, type PreparedDraft } from './prepare-draft.ts';
import { hashInputs, readSheets } from './read-sheets.ts';
import { speakDraft, type BriefingModels } from './speak-draft.ts';

export type DraftDeps = {
  db: CoachDb;
  clock: Clock;
  log: Log;
  timings: BriefingTimings;
  models: BriefingModels;
};

/** Of the day's tokens: the rest is kept for what an athlete asks. */
const SHARE = 0.5;
/** One that failed and one that did not: a second provider gets its chance. */
const CALLS = 2;
/** An aborted call has let go of its connection long before. */
const BILL_MS = 500;

type Request = Extract<PreparedDraft, { may: 'be_sent' }> & { inputsHash: string };

export type DraftResult = { outcome: DraftOutcome; writer?: Writer };

/**
 * Has a model write one athlete's briefing, in place of the baseline's that stands there already. However many jobs
 * ask for it, one of them asks a model; whatever happens, what was reserved is settled once.
 */
export async function writeDraft(
  deps: DraftDeps,
  athleteId: string,
  signal: AbortSignal,
): Promise<DraftResult> {
  const request = await prepare(deps, athleteId, signal);
  if (typeof request === 'string') return close(deps, athleteId, request);
  const claim = await takeUp(deps, athleteId, request);
  if (claim === 'not_mine') return { outcome: claim };
  if (typeof claim === 'string') return close(deps, athleteId, claim);
  const { clock, log, timings, models, db } = deps;
  const startedAt = performance.now();
  const account = openAccount(claim.reservedTokens, clock);
  const spoken = await speakDraft(
    deps,
    { ...request, athleteId, account, startedAt },
    signal,
  ).catch((error: unknown) => {
    log.error({ err: error }, 'a draft failed');
    return { outcome: 'failed' as const, words: undefined };
  });
  const bill = await account.settle(BILL_MS);
  if (bill.usedTokens > claim.reservedTokens) models.metrics.reservationExceeded();
  const ending = { ...spoken, bill, inputsHash: request.inputsHash };
  const giveUpAt = startedAt + timings.draftLease - 1000;
  const outcome = await insist({ log }, () => finishDraft(db, claim, ending), giveUpAt);
  if (outcome === 'outdated') await lookAgainSoon(deps, athleteId);
  const { writer } = spoken.words ?? {};
  return { outcome: outcome ?? 'lost', ...(outcome === 'written' && writer ? { writer } : {}) };
}

/** What would be sent, or why nothing is. */
async function prepare(
  { db, clock, models }: DraftDeps,
  athleteId: string,
  signal: AbortSignal,
): Promise<Request | DraftOutcome> {
  if (models.switches.open().length === 0) return 'switched_off';
  const standing = await readStanding({ db }, athleteId);
  if (!standing) return 'outdated';
  const now = clock();
  const sheets = await readSheets(db, athleteId, now, signal);
  const inputsHash = hashInputs(sheets, civilDay(now, standing.timeZone));
  if (inputsHash !== standing.inputsHash) return 'outdated';
  const prepared = await prepareDraft(db, athleteId, sheets, now);
  return prepared.may === 'be_sent' ? { ...prepared, inputsHash } : prepared.because;
}

async function close(
  deps: DraftDeps,
  athleteId: string,
  outcome: DraftOutcome,
): Promise<DraftResult> {
  if (!(await closeDraft(deps.db, athleteId, outcome))) return { outcome: 'not_mine' };
  if (outcome === 'outdated') await lookAgainSoon(deps, athleteId);
  return { outcome };
}

function takeUp(
  { db, models, timings }: DraftDeps,
  athleteId: string,
  { context, hash }: Request,
): Promise<DraftClaim | 'not_mine' | 'budget_spent'> {
  const longest = models.switches.open().map((line) => line.maxOutputTokens);
  // A switch may have closed the last line by now: then nothing is asked, and this is given back.
  const maxOutputTokens = Math.max(0, ...longest);
  return claimDraft(db, athleteId, {
    hash,
    tokens: estimateTokens({ ...context, maxOutputTokens }) * CALLS,
    cap: Math.floor(models.dailyTokens * SHARE),
    leaseMs: timings.draftLease,
  });
}
