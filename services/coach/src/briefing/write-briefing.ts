import { Writer } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { civilDay } from '@evensplit/evidence';
import type { Clock } from '@evensplit/platform/clock';
import type { Log } from '@evensplit/platform/log';
import { hasConsent } from '../model/has-consent.ts';
import type { ModelSwitches } from '../model/model-switches.ts';
import {
  claimBriefing,
  finishBriefing,
  releaseBriefing,
  type BriefingClaim,
  type BriefingFound,
} from './briefing-row.ts';
import type { BriefingTimings } from './briefing-timings.ts';
import { composeBriefing, type BriefingSheets } from './compose-briefing.ts';
import type { Delivery } from './deliver.ts';
import { forgetDraft, orderDraft } from './draft-row.ts';
import { dueIn } from './due-in.ts';
import { prepareDraft } from './prepare-draft.ts';
import { hashInputs, readSheets } from './read-sheets.ts';
import { renderMarkers, type MarkedText } from './render-markers.ts';

export type WriteDeps = {
  db: CoachDb;
  clock: Clock;
  log: Log;
  timings: BriefingTimings;
  models: { switches: ModelSwitches };
  drafts: Pick<Delivery, 'add'>;
};

const BASELINE = Writer.enum.baseline;

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
  const holds = inputsHash === claim.inputsHash;
  const stands = holds && (await mayStand(deps, claim));
  if (holds && !stands) await forgetDraft(deps.db, claim.athleteId);
  const composed = renderMarkers(composeBriefing(sheets, day));
  const result = stands ? ({ found: 'unchanged' } as const) : write(composed);
  const dueInMs = dueIn(now, claim.timeZone, deps.timings.fresh);
  const kept = await finishBriefing(deps, claim, { ...result, day, inputsHash, dueInMs });
  if (!kept) return 'not_mine';
  if (composed.text !== '') {
    await askForWords(deps, claim.athleteId, sheets, now).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'no model was asked for a briefing'),
    );
  }
  if (stands) return 'unchanged';
  return composed.text === '' ? 'nothing_to_say' : 'written';
}

/** A model's words stay only as long as a model may be asked: consent and switches take them from the page, too. */
async function mayStand(
  { db, models }: WriteDeps,
  { athleteId, writer }: BriefingClaim,
): Promise<boolean> {
  if (writer === null || writer === BASELINE) return true;
  return models.switches.open().length > 0 && (await hasConsent(db, athleteId));
}

/** The baseline's words are on the page by now; a model's may take their place, and nobody waits for that. */
async function askForWords(
  deps: WriteDeps,
  athleteId: string,
  sheets: BriefingSheets,
  now: Date,
): Promise<void> {
  const { db, models, drafts } = deps;
  if (models.switches.open().length === 0) return;
  const prepared = await prepareDraft(db, athleteId, sheets, now);
  if (prepared.may !== 'be_sent') return;
  const order = await orderDraft(db, athleteId, prepared.hash);
  if (!order) return;
  // When the queue is away, the order waits in its row for a beat.
  await drafts.add(order);
}

function write({ text, facts }: MarkedText): BriefingFound {
  return { found: 'new', text: text === '' ? null : text, facts, writer: BASELINE };
}
