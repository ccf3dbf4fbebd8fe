import type { z } from 'zod';

/** Every job of a queue with the schema of its payload; old payloads must stay readable during an upgrade. */
export type JobCatalogue = Record<string, z.ZodType>;

export type AddOptions = {
  /** While a job with this id is known, adding it again changes nothing. */
  jobId?: string;
  delayMs?: number;
  attempts?: number;
  /** 1 goes first; jobs without a priority go before all that have one. */
  priority?: number;
};

export type Job<Payload> = {
  readonly id: string;
  readonly name: string;
  readonly payload: Payload;
  /** 1 for the first; a deferral does not count. */
  readonly attempt: number;
  /** Fires when the process must go: stop at once, the job will be run again elsewhere. */
  readonly signal: AbortSignal;
};

export type JobState = 'waiting' | 'active' | 'delayed' | 'completed' | 'failed' | 'gone';

export type QueueCounts = Record<
  'waiting' | 'active' | 'delayed' | 'paused' | 'completed' | 'failed',
  number
>;

/** How long ago the job that is next was added, and how long the next delayed one is overdue. */
export type QueueAge = { waitingMs: number; overdueMs: number };

export type DeadJob = {
  queue: string;
  jobId: string;
  name: string;
  payload: unknown;
  attempts: number;
  errorClass: string;
  message: string;
};

/**
 * Delivery is at least once: a job may run twice, and a late run may end after its successor, so effects are
 * safe to repeat. The row in the database is the truth; a job only says that there is something to do.
 */
export type JobQueue<Jobs extends JobCatalogue> = {
  readonly name: string;
  add<Name extends keyof Jobs & string>(
    name: Name,
    payload: z.input<Jobs[Name]>,
    options?: AddOptions,
  ): Promise<void>;
  /** Slots are shared: with two names of concurrency 2, four jobs run at once, of whichever name. */
  process<Name extends keyof Jobs & string>(
    name: Name,
    concurrency: number,
    handler: (job: Job<z.output<Jobs[Name]>>) => Promise<void>,
  ): void;
  /** For all processes, at once; running jobs finish. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  counts(): Promise<QueueCounts>;
  age(): Promise<QueueAge>;
  /** Lets the reconciler find rows whose job is gone. */
  stateOf(jobId: string): Promise<JobState>;
  /** The final failure of a job that this process ran or gave up waiting for. */
  onDead(listener: (job: DeadJob) => void | Promise<void>): void;
  /** False when this process has not reached the queue for a minute although it should take jobs from it. */
  isAlive(): boolean;
  /** Takes no more jobs in this process; resolves when the running ones have finished. */
  drain(): Promise<void>;
  /** Fires the signal of running jobs; one that stops is handed back at once without using an attempt. */
  handBack(): void;
  close(): Promise<void>;
};

/** "Not now": tried again after `deferMs`, which uses no attempt. For rate limits, not for failures. */
export class DeferError extends Error {
  override readonly name = 'DeferError';
  readonly deferMs: number;

  constructor(deferMs: number, message = 'deferred') {
    super(message);
    this.deferMs = deferMs;
  }
}

/** "Never": trying again cannot help, the job is dead now. */
export class GiveUpError extends Error {
  override readonly name = 'GiveUpError';
}

const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 600_000;

/** 5 s, 25 s, 125 s, then 10 min, up to a fifth longer so that failures of one moment do not return together. */
export function retryDelayMs(attemptsMade: number, random: () => number = Math.random): number {
  const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 5 ** (attemptsMade - 1));
  return Math.round(delay * (1 + 0.2 * random()));
}
