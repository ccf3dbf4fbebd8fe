import type { JobQueue } from '@evensplit/platform/job-queue';
import { z } from 'zod';

/** The row says what there is to do; a job only brings a worker to it. */
export const briefingJobs = { brief: z.object({ athleteId: z.uuid() }) };

export type BriefingQueue = JobQueue<typeof briefingJobs>;

/** An order of work: the athlete, and the epoch that the row had when it was ordered. */
export type Order = { athleteId: string; epoch: number };

export function briefingJobId({ athleteId, epoch }: Order): string {
  return `briefing-${athleteId}-${epoch}`;
}
