import type { Log } from '@evensplit/platform/log';
import { isPaused, type Switches } from '../switches.ts';
import { importJobId, type DeriveQueue, type ImportQueue } from './catalogue.ts';

export type EnqueueDeps = {
  log: Log;
  control: Switches;
  imports: Pick<ImportQueue, 'add'>;
  derivations: Pick<DeriveQueue, 'add'>;
};

const BUCKET_MS = 1000;

/**
 * Best effort: the rows are written, so with Redis away, or while the operator has the brake on, the reconciler
 * does it later.
 */
export async function enqueueImports(deps: EnqueueDeps, fileIds: readonly string[]): Promise<void> {
  if (isPaused(deps.control)) return;
  await tolerate(deps.log, async () => {
    for (const fileId of fileIds) {
      await deps.imports.add('import-file', { fileId }, { jobId: importJobId(fileId) });
    }
  });
}

/**
 * One derivation per athlete and second, however many files come in. The id names a slice of time and the job
 * waits until that slice is over, so whatever was stored before an ignored `add` is seen by the job that exists.
 */
export async function enqueueDerivation(
  deps: EnqueueDeps,
  athleteId: string,
  name: 'derive' | 'rebuild' = 'derive',
): Promise<void> {
  if (isPaused(deps.control)) return;
  const now = Date.now();
  const bucket = Math.floor(now / BUCKET_MS);
  await tolerate(deps.log, () =>
    deps.derivations.add(
      name,
      { athleteId },
      { jobId: `${name}-${athleteId}-${bucket}`, delayMs: (bucket + 1) * BUCKET_MS - now + 50 },
    ),
  );
}

async function tolerate(log: Log, add: () => Promise<void>): Promise<void> {
  try {
    await add();
  } catch (error) {
    log.warn({ err: error }, 'the queue is away: the reconciler will enqueue');
  }
}
