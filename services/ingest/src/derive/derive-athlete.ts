import type { IngestDb } from '@evensplit/db';
import type { Log } from '@evensplit/platform/log';
import { finishBatches } from '../jobs/finish-batches.ts';
import type { Doorbell } from '../progress/doorbell.ts';
import { storedDay } from '../store/civil-time.ts';
import { analyseActivity, fingerprintOf, type AnalysedRun } from './analyse-activity.ts';
import { FORMULA_VERSION } from './formula-version.ts';
import { readDueRuns, readPastRuns, type DueRun } from './read-runs.ts';
import { standingOf, type AthleteSettings, type PastRun } from './run-standing.ts';
import { writePortion, type Portion } from './write-runs.ts';

export type DeriveDeps = { db: IngestDb; log: Log; doorbell: Doorbell };

const PORTION_RUNS = 40;
const SMALLEST_PORTION = 5;

/**
 * Brings an athlete's metrics and load curve up to date from the first dirty day on, oldest first, a portion at a time: each
 * portion is there for everybody to see as soon as it is written. Safe to run again, or twice at once.
 */
export async function deriveAthlete(
  deps: DeriveDeps,
  athleteId: string,
  signal?: AbortSignal,
): Promise<void> {
  let size = PORTION_RUNS;
  for (;;) {
    signal?.throwIfAborted();
    const model = await deps.db.athleteModel.findUnique({ where: { athleteId } });
    if (!model?.loadDirtyFrom) break;
    const portion = await derivePortion(deps, athleteId, storedDay(model.loadDirtyFrom), size);
    const written = await writePortion(deps.db, athleteId, portion);
    // While files come in out of order, a smaller portion is more likely to still hold when it is done.
    size = written ? PORTION_RUNS : Math.max(SMALLEST_PORTION, Math.floor(size / 2));
  }
  for (const batchId of await finishBatches(deps.db, athleteId)) deps.doorbell.ring(batchId);
}

async function derivePortion(
  deps: DeriveDeps,
  athleteId: string,
  fromDay: string,
  size: number,
): Promise<Portion> {
  const athlete = await deps.db.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: { maxHeartRate: true, restingHeartRate: true, sex: true, birthYear: true },
  });
  const runs = await readDueRuns(deps.db, athleteId, fromDay, size);
  const past = await readPastRuns(deps.db, athleteId, fromDay);
  const analysed = new Map<string, AnalysedRun>();
  let last: Portion['last'] = null;
  for (const run of runs) {
    const known = remembered(run, past, athlete);
    if (known) {
      last = known.standing;
      past.push(known.own);
      continue;
    }
    const derived = analyseActivity(await readSamples(deps.db, athleteId, run), past, athlete);
    analysed.set(run.id, derived);
    last = derived.standing;
    past.push(derived.own);
  }
  return { fromDay, runs, analysed, last };
}

/** What is stored still holds if the run is judged by the same standing. Runs of another version wait for their rebuild. */
function remembered(run: DueRun, before: readonly PastRun[], athlete: AthleteSettings) {
  if (run.derivedWith === null) return null;
  const { day, distanceM, bestIndex, peakBpm } = run;
  const own: PastRun = { day, distanceM, bestIndex, peakBpm };
  const standing = standingOf(athlete, day, before, own);
  const holds = run.derivedWith !== FORMULA_VERSION || run.fingerprint === fingerprintOf(standing);
  return holds ? { own, standing } : null;
}

async function readSamples(db: IngestDb, athleteId: string, run: DueRun) {
  const key = { activityId: run.id, athleteId };
  const stream = await db.activityStream.findFirst({ where: key });
  const laps = await db.lap.findMany({ where: key, orderBy: { index: 'asc' } });
  return { ...run, stream, laps };
}
