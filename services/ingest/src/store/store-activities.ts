import type { IngestDb, IngestTx } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import { finishFile, type FileClaim, type FileOutcome } from '../jobs/file-claim.ts';
import type { ActivityFormat } from '../parse/parsed-activity.ts';
import { lockAthlete } from './athlete-lock.ts';
import { storedDay } from './civil-time.ts';
import { markDirty } from './mark-dirty.ts';
import type { NormalActivity } from './normalise-activity.ts';
import { isBetterFormat, isSameRun } from './same-run.ts';
import { activityColumns, writeSamples } from './write-activity.ts';

export type ReadFile = {
  format: ActivityFormat;
  activities: NormalActivity[];
  warnings: string[];
};

/** What became of one activity of the file; `dirtyFrom` when the history changed. */
type Stored = {
  activityId: string;
  as: 'new' | 'twin' | 'better_twin';
  name: string;
  dirtyFrom: string | null;
};

const DAY_MS = 86_400_000;

/**
 * Everything a file brought and its outcome, in one transaction: a run is there exactly when its file says so.
 * @returns whether runs are to be derived
 */
export async function storeActivities(
  { db, clock }: { db: IngestDb; clock: Clock },
  claim: FileClaim,
  file: ReadFile,
): Promise<boolean> {
  const future = file.activities.find(
    ({ columns }) => columns.startedAt.getTime() > clock().getTime() + DAY_MS,
  );
  if (future) {
    await finishFile(db, claim, {
      state: 'failed',
      code: 'date_in_future',
      reason: `This activity is dated ${future.day}, which lies in the future. Set the watch's date, correct the file and upload it again.`,
      warnings: file.warnings,
    });
    return false;
  }
  return db.$transaction(async (tx) => {
    await lockAthlete(tx, claim.athleteId);
    const known = await sameFileOutcome(tx, claim);
    if (known) {
      await finishFile(tx, claim, known);
      return false;
    }
    const stored: Stored[] = [];
    for (const activity of file.activities) {
      stored.push(await storeOne(tx, claim, file.format, activity, stored));
    }
    const [dirtyFrom] = stored.flatMap((one) => one.dirtyFrom ?? []).toSorted();
    if (dirtyFrom !== undefined) await markDirty(tx, claim.athleteId, dirtyFrom);
    await finishFile(tx, claim, outcomeOf(stored, file));
    return dirtyFrom !== undefined;
  });
}

/** The outcome of a file whose bytes this athlete has brought before. */
export async function sameFileOutcome(
  db: Pick<IngestTx, 'activitySource'>,
  { athleteId, sha256 }: FileClaim,
): Promise<FileOutcome | null> {
  const sources = await db.activitySource.findMany({
    where: { athleteId, rawSha256: sha256 },
    orderBy: { part: 'asc' },
    select: { activityId: true },
  });
  if (sources.length === 0) return null;
  return {
    state: 'duplicate',
    code: 'same_file',
    reason: 'You have uploaded this very file before; nothing was changed.',
    activityIds: [...new Set(sources.map((source) => source.activityId))],
  };
}

async function storeOne(
  tx: IngestTx,
  claim: FileClaim,
  format: ActivityFormat,
  activity: NormalActivity,
  before: readonly Stored[],
): Promise<Stored> {
  const { athleteId } = claim;
  const source = {
    athleteId,
    source: `upload_${format}`,
    lane: 'file',
    format,
    fileName: claim.name,
    rawSha256: claim.sha256,
    part: activity.part,
  };
  const twin = await findTwin(tx, athleteId, activity, before);
  if (!twin) {
    const { id, name } = await tx.activity.create({
      data: {
        athleteId,
        ...activityColumns(activity),
        sources: { create: { ...source, primary: true } },
      },
      select: { id: true, name: true },
    });
    await writeSamples(tx, athleteId, id, activity);
    return { activityId: id, as: 'new', name, dirtyFrom: dirtyDay(activity.sport, activity.day) };
  }
  const key = { activityId: twin.id, athleteId };
  const better = isBetterFormat(format, twin.format);
  if (better) await tx.activitySource.updateMany({ where: key, data: { primary: false } });
  await tx.activitySource.create({ data: { ...source, activityId: twin.id, primary: better } });
  if (!better) return { activityId: twin.id, as: 'twin', name: twin.name, dirtyFrom: null };
  await tx.activity.update({ where: { id: twin.id }, data: activityColumns(activity) });
  if (activity.sport !== 'run') {
    await tx.bestEffort.deleteMany({ where: key });
    await tx.activityMetric.deleteMany({ where: key });
  }
  await writeSamples(tx, athleteId, twin.id, activity);
  const days = [dirtyDay(twin.sport, twin.day), dirtyDay(activity.sport, activity.day)];
  return {
    activityId: twin.id,
    as: 'better_twin',
    name: activity.columns.name,
    dirtyFrom: days.filter((day) => day !== null).toSorted()[0] ?? null,
  };
}

type Twin = { id: string; name: string; sport: string; day: string; format: string };

/** Another recording of the same run. The parts of one file are never twins of each other. */
async function findTwin(
  tx: IngestTx,
  athleteId: string,
  { columns }: NormalActivity,
  before: readonly Stored[],
): Promise<Twin | null> {
  const start = columns.startedAt.getTime();
  const near = await tx.activity.findMany({
    where: {
      athleteId,
      id: { notIn: before.map((one) => one.activityId) },
      startedAt: {
        gte: new Date(start - columns.elapsedS * 1000 - 60_000),
        lte: new Date(start + columns.elapsedS * 1000 + 60_000),
      },
    },
    include: { sources: { where: { primary: true }, select: { format: true } } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  const found = near.find((one) => isSameRun(one, columns));
  if (!found) return null;
  const { id, name, sport, localDate, sources } = found;
  return { id, name, sport, day: storedDay(localDate), format: sources[0]?.format ?? '' };
}

/** Only runs are derived. */
function dirtyDay(sport: string, day: string): string | null {
  return sport === 'run' ? day : null;
}

function outcomeOf(stored: readonly Stored[], file: ReadFile): FileOutcome {
  const shared = {
    warnings: file.warnings,
    activityIds: [...new Set(stored.map((one) => one.activityId))],
  };
  const fresh = stored.filter((one) => one.as === 'new').length;
  if (fresh > 0) {
    const twins = stored.length - fresh;
    return {
      ...shared,
      state: 'imported',
      code: null,
      reason:
        twins === 0
          ? null
          : `${fresh} of ${stored.length} activities in this file are new; the others were here already.`,
    };
  }
  const name = stored[0]?.name ?? '';
  const better = stored.some((one) => one.as === 'better_twin');
  return {
    ...shared,
    state: 'duplicate',
    code: 'same_run',
    reason: better
      ? `This is another recording of “${name}”. It holds more than the one that was here, so the run is now computed from it.`
      : `This is another recording of “${name}”; it was linked to the run and nothing was counted twice.`,
  };
}
