import type { JobQueue } from '@evensplit/platform/job-queue';
import { z } from 'zod';

/** Payloads are ids: the row says what there is to do, and a job of an older release stays readable. */
export const importJobs = { 'import-file': z.object({ fileId: z.uuid() }) };
export const deriveJobs = {
  derive: z.object({ athleteId: z.uuid() }),
  rebuild: z.object({ athleteId: z.uuid() }),
};

export type ImportQueue = JobQueue<typeof importJobs>;
export type DeriveQueue = JobQueue<typeof deriveJobs>;

export function importJobId(fileId: string): string {
  return `import-${fileId}`;
}
