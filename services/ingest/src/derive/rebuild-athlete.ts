import type { IngestDb } from '@evensplit/db';
import type { Log } from '@evensplit/platform/log';
import { enqueueDerivation, type EnqueueDeps } from '../jobs/enqueue.ts';
import type { ParserPool } from '../parse/parser-pool.ts';
import { lockAthlete } from '../store/athlete-lock.ts';
import { storedDay } from '../store/civil-time.ts';
import { markDirty } from '../store/mark-dirty.ts';
import { normaliseActivity, type NormalActivity } from '../store/normalise-activity.ts';
import { activityColumns, writeSamples } from '../store/write-activity.ts';
import type { RawStore } from '../uploads/raw-store.ts';
import { FORMULA_VERSION } from './formula-version.ts';

export type RebuildDeps = EnqueueDeps & {
  db: IngestDb;
  log: Log;
  store: RawStore;
  parsers: ParserPool;
};

/** Activities that another version derived: `derivedWith` null means "stored anew, waiting for its derivation". */
const outdated = {
  AND: [{ derivedWith: { not: null } }, { derivedWith: { not: FORMULA_VERSION } }],
};

/**
 * Builds activities of an older version again from their raw files. Until its derivation is done an activity keeps what
 * it had; one whose file can no longer be read is derived from the samples that are stored.
 */
export async function rebuildAthlete(
  deps: RebuildDeps,
  athleteId: string,
  signal?: AbortSignal,
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const activity = await deps.db.activity.findFirst({
      where: { athleteId, ...outdated },
      orderBy: [{ localDate: 'asc' }, { id: 'asc' }],
      include: { sources: { where: { primary: true } } },
    });
    if (!activity) break;
    const [source] = activity.sources;
    const again = source
      ? await readAgain(deps, { ...source, timeZone: activity.timeZone }, signal)
      : null;
    await replace(deps.db, athleteId, {
      id: activity.id,
      day: storedDay(activity.localDate),
      rawSha256: source?.rawSha256,
      again,
    });
  }
  await enqueueDerivation(deps, athleteId);
}

type Source = {
  athleteId: string;
  rawSha256: Uint8Array;
  part: number;
  fileName: string;
  timeZone: string;
};

async function readAgain(
  deps: RebuildDeps,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<NormalActivity | null> {
  const path = deps.store.pathOf(source.athleteId, source.rawSha256);
  const result = await deps.parsers.parse({ path, nameHint: source.fileName }, signal);
  if (result.outcome === 'refused') {
    deps.log.warn({ code: result.code }, 'a raw file could not be read again');
    return null;
  }
  const parsed = result.activities[source.part];
  const warnings = result.warnings.map((warning) => warning.message);
  return parsed ? normaliseActivity(parsed, { timeZone: source.timeZone, warnings }) : null;
}

async function replace(
  db: IngestDb,
  athleteId: string,
  given: {
    id: string;
    day: string;
    rawSha256: Uint8Array | undefined;
    again: NormalActivity | null;
  },
): Promise<void> {
  const { id, day, again } = given;
  await db.$transaction(async (tx) => {
    await lockAthlete(tx, athleteId);
    const source = await tx.activitySource.findFirst({ where: { activityId: id, primary: true } });
    const current = await tx.activity.findFirst({ where: { id, athleteId, ...outdated } });
    const sameFile =
      Buffer.compare(source?.rawSha256 ?? Buffer.alloc(0), given.rawSha256 ?? Buffer.alloc(0)) ===
      0;
    // A better recording of this run arrived meanwhile, or another worker was faster.
    if (!current || !sameFile) return;
    if (!again) {
      const isRun = current.sport === 'run';
      await tx.activity.update({
        where: { id },
        data: { derivedWith: isRun ? null : FORMULA_VERSION },
      });
    } else {
      const {
        derivedAt: _kept,
        kind,
        hard: _h,
        load: _l,
        loadMethod: _m,
        ...columns
      } = activityColumns(again);
      await tx.activity.update({
        where: { id },
        data: { ...columns, ...(again.sport === current.sport ? {} : { kind }) },
      });
      await writeSamples(tx, athleteId, id, again);
    }
    const days = [day, again?.day ?? day].toSorted();
    await markDirty(tx, athleteId, days[0] ?? day);
  });
}
