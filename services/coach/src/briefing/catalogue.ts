import type { JobQueue } from '@evensplit/platform/job-queue';
import { z } from 'zod';

/** The row says what there is to do; a job only brings a worker to it. */
export const briefingJobs = { brief: z.object({ athleteId: z.uuid() }) };

/** On a queue of their own: a model that stalls must not stand in the way of what needs none. */
export const draftJobs = { draft: z.object({ athleteId: z.uuid() }) };

export type BriefingQueue = JobQueue<typeof briefingJobs>;
export type DraftQueue = JobQueue<typeof draftJobs>;

/** An order of work: the athlete, and the epoch that the row had when it was ordered. */
export type Order = { athleteId: string; epoch: number };

export function briefingJobId({ athleteId, epoch }: Order): string {
  return `briefing-${athleteId}-${epoch}`;
}

export function draftJobId({ athleteId, epoch }: Order): string {
  return `draft-${athleteId}-${epoch}`;
}
