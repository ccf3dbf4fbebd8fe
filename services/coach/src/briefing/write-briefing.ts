import { Writer } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { civilDay } from '@evensplit/evidence';
import type { Clock } from '@evensplit/platform/clock';
import type { Log } from '@evensplit/platform/log';
import {
  claimBriefing,
  finishBriefing,
  releaseBriefing,
  type BriefingClaim,
  type BriefingFound,
} from './briefing-row.ts';
import type { BriefingTimings } from './briefing-timings.ts';
import { composeBriefing } from './compose-briefing.ts';
import { dueIn } from './due-in.ts';
import { hashInputs, readSheets } from './read-sheets.ts';
import { renderMarkers } from './render-markers.ts';

export type WriteDeps = {
  db: CoachDb;
  clock: Clock;
  log: Log;
  timings: BriefingTimings;
};

export type BriefingOutcome = 'written' | 'unchanged' | 'nothing_to_say' | 'not_mine';

/** Looks at one athlete's briefing again. However many jobs ask for it, one of them does the work. */
export async function writeBriefing(
  deps: WriteDeps,
  athleteId: string,
  signal?: AbortSignal,
): Promise<BriefingOutcome> {
  const claim = await claimBriefing(deps, athleteId, deps.timings.lease);
  if (!claim) return 'not_mine';
  try {
    return await work(deps, claim, signal);
  } catch (error) {
    await releaseBriefing(deps, claim).catch((failure: unknown) =>
      deps.log.debug({ err: failure }, 'a briefing is left to its lease'),
    );
    throw error;
  }
}

async function work(
  deps: WriteDeps,
  claim: BriefingClaim,
  signal?: AbortSignal,
): Promise<BriefingOutcome> {
  const now = deps.clock();
  const day = civilDay(now, claim.timeZone);
  const sheets = await readSheets(deps.db, claim.athleteId, now, signal);
  const inputsHash = hashInputs(sheets, day);
  const result =
    inputsHash === claim.inputsHash
      ? ({ found: 'unchanged' } as const)
      : write(renderMarkers(composeBriefing(sheets, day)));
  const dueInMs = dueIn(now, claim.timeZone, deps.timings.fresh);
  const kept = await finishBriefing(deps, claim, { ...result, day, inputsHash, dueInMs });
  if (!kept) return 'not_mine';
  if (result.found === 'unchanged') return 'unchanged';
  return result.text === null ? 'nothing_to_say' : 'written';
}

function write({ text, facts }: ReturnType<typeof renderMarkers>): BriefingFound {
  return { found: 'new', text: text === '' ? null : text, facts, writer: Writer.enum.baseline };
}
