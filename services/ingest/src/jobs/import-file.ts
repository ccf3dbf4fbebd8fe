import type { IngestDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import type { ParserPool } from '../parse/parser-pool.ts';
import { normaliseActivity } from '../store/normalise-activity.ts';
import { sameFileOutcome, storeActivities } from '../store/store-activities.ts';
import type { Doorbell } from '../progress/doorbell.ts';
import type { RawStore } from '../uploads/raw-store.ts';
import { enqueueDerivation, type EnqueueDeps } from './enqueue.ts';
import { claimFile, ClaimLost, finishFile, type FileClaim } from './file-claim.ts';
import { finishBatches } from './finish-batches.ts';

export type ImportDeps = EnqueueDeps & {
  db: IngestDb;
  clock: Clock;
  store: RawStore;
  parsers: ParserPool;
  doorbell: Doorbell;
};

/** One file, from its row to its outcome. Safe to run again at any point: nothing is kept of a run that lost its claim. */
export async function importFile(
  deps: ImportDeps,
  fileId: string,
  signal?: AbortSignal,
): Promise<void> {
  const claim = await claimFile(deps.db, fileId);
  if (!claim) return;
  deps.doorbell.ring(claim.batchId);
  try {
    const isDirty = await settle(deps, claim, signal);
    if (isDirty) await enqueueDerivation(deps, claim.athleteId);
    else await finishBatches(deps.db, claim.athleteId);
  } catch (error) {
    if (!(error instanceof ClaimLost)) throw error;
    deps.log.info({ file: claim.fileId }, 'another worker has taken this file over');
  }
  deps.doorbell.ring(claim.batchId);
}

/** True when the athlete's history changed. */
async function settle(deps: ImportDeps, claim: FileClaim, signal?: AbortSignal): Promise<boolean> {
  const known = await sameFileOutcome(deps.db, claim);
  if (known) {
    await finishFile(deps.db, claim, known);
    return false;
  }
  const path = deps.store.pathOf(claim.athleteId, claim.sha256);
  const result = await deps.parsers.parse({ path, nameHint: claim.name }, signal);
  if (result.outcome === 'refused') {
    const { code, message } = result;
    await finishFile(deps.db, claim, { state: 'failed', code, reason: message });
    return false;
  }
  const athlete = await deps.db.athlete.findUniqueOrThrow({
    where: { id: claim.athleteId },
    select: { timeZone: true },
  });
  const warnings = result.warnings.map((warning) => warning.message);
  const activities = result.activities.map((activity) =>
    normaliseActivity(activity, { timeZone: athlete.timeZone, warnings }),
  );
  return storeActivities(deps, claim, { format: result.format, activities, warnings });
}
