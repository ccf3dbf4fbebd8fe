import Bull from 'bull';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { judgeFailure, JobFailure, nextTryMs } from './job-failure.ts';
import {
  DeferError,
  GiveUpError,
  type DeadJob,
  type Job,
  type JobCatalogue,
  type JobQueue,
  type JobState,
  type QueueAge,
} from './job-queue.ts';
import type { Log } from './log.ts';
import type { ClientKind, QueueConnection } from './queue-connection.ts';
import { withRequestId } from './request-context.ts';
import { withinMs } from './time-limit.ts';

export type JobOutcome = 'done' | 'retry' | 'deferred' | 'dead';

export type BullQueueOptions<Jobs extends JobCatalogue> = {
  name: string;
  /** In braces, so that all keys of a service share a slot: `{ingest}`. */
  prefix: string;
  jobs: Jobs;
  log: Log;
  onOutcome?: (outcome: { queue: string; name: string; outcome: JobOutcome }) => void;
};

const MAX_PAYLOAD_BYTES = 10_000;
const STUCK_AFTER_MS = 60_000;

/** With these, the jobs of a killed worker run again after 14 to 19 s; with Bull's defaults after 58 s. */
const settings = {
  lockDuration: 15_000,
  lockRenewTime: 5000,
  stalledInterval: 5000,
  maxStalledCount: 2,
  guardInterval: 5000,
  backoffStrategies: { evensplit: nextTryMs },
} satisfies Bull.AdvancedSettings;

/** Never `limiter`, `timeout` or `groupKey`: they starve, drop, run on behind one's back or rewrite job ids. */
const defaultJobOptions = {
  attempts: 5,
  backoff: { type: 'evensplit' },
  removeOnComplete: { age: 604_800, count: 50_000 },
  removeOnFail: { age: 2_592_000 },
  // Every deferral adds a stack trace to the job.
  stackTraceLimit: 5,
} satisfies Bull.JobOptions;

/** `JobQueue` on Bull 4.16. No type of Bull leaves this file: the day it must go, this file goes. */
export function createBullQueue<Jobs extends JobCatalogue>(
  connection: QueueConnection,
  options: BullQueueOptions<Jobs>,
): JobQueue<Jobs> {
  const log = options.log.child({ queue: options.name });
  const running = new Map<AbortController, Promise<unknown>>();
  const deadListeners: ((job: DeadJob) => void | Promise<void>)[] = [];
  let lastContactAt = performance.now();
  let takesJobs = false;
  let draining = false;
  let closing: Promise<void> | undefined;

  const touch = () => void (lastContactAt = performance.now());
  const bull = new Bull<unknown>(options.name, {
    prefix: options.prefix,
    createClient: (kind: ClientKind) =>
      kind === 'bclient'
        ? notingPolls(connection.clientFor(kind), touch)
        : connection.clientFor(kind),
    settings,
    defaultJobOptions,
  });
  // Names the blocking connection, and leaves a rejection unhandled when that connection closes first.
  Object.assign(bull, { setWorkerName: () => Promise.resolve() });
  // Connection errors are reported by the clients; what else Bull has to say is worth a line.
  bull.on('error', (error: Error) => log.debug({ err: error }, 'queue error'));
  bull.on('completed', (job: Bull.Job) => report(job.name, 'done'));
  bull.on('failed', (job: Bull.Job | null, error: Error) => void onFailed(job, error));

  function report(name: string, outcome: JobOutcome): void {
    options.onOutcome?.({ queue: options.name, name, outcome });
  }

  async function onFailed(job: Bull.Job | null, error: Error): Promise<void> {
    if (job === null) return;
    const where = { job: job.id, name: job.name, attempts: job.attemptsMade, err: error };
    // Bull also emits this for retries and deferrals; only a finished job is dead.
    if (!job.finishedOn) {
      const deferred = error instanceof JobFailure && error.verdict === 'deferred';
      if (deferred) log.info({ ...where, err: undefined, ms: error.delayMs }, 'job deferred');
      else log.warn(where, 'job failed: it will be tried again');
      report(job.name, deferred ? 'deferred' : 'retry');
      return;
    }
    log.error(where, 'job is dead');
    report(job.name, 'dead');
    const dead: DeadJob = {
      queue: options.name,
      jobId: String(job.id),
      name: job.name,
      payload: job.data,
      attempts: job.attemptsMade,
      errorClass: error.message.startsWith('job stalled') ? 'JobStalled' : error.name,
      message: error.message,
    };
    for (const listener of deadListeners) {
      try {
        await listener(dead);
      } catch (failure) {
        log.error({ err: failure, job: job.id }, 'a dead job could not be recorded');
      }
    }
  }

  async function run<Payload>(
    bullJob: Bull.Job,
    schema: Jobs[string],
    handler: (job: Job<Payload>) => Promise<void>,
  ): Promise<void> {
    const abort = new AbortController();
    touch();
    const work = withRequestId(`job-${bullJob.id}`, async () => {
      const payload = schema.safeParse(bullJob.data);
      if (!payload.success) throw new GiveUpError('the payload does not fit its schema');
      await handler({
        id: String(bullJob.id),
        name: bullJob.name,
        payload: payload.data as Payload,
        attempt: bullJob.attemptsMade + 1,
        signal: abort.signal,
      });
    });
    running.set(
      abort,
      work.catch(() => undefined),
    );
    try {
      await work;
    } catch (error) {
      const cause = abort.signal.aborted ? new DeferError(1000, 'handed back') : error;
      const failure = judgeFailure(cause, Date.now() - bullJob.timestamp);
      // Bull counts every failure; a deferral is none.
      if (failure.verdict === 'deferred') bullJob.attemptsMade -= 1;
      throw failure;
    } finally {
      running.delete(abort);
      touch();
    }
  }

  async function startProcessing(name: string, concurrency: number, handler: BullHandler) {
    // Bull leaves a rejection unhandled when it is closed before its first connection.
    if (bull.client.status !== 'ready') {
      await new Promise((resolve) => bull.client.once('ready', resolve));
    }
    if (draining) return;
    touch();
    takesJobs = true;
    await bull.process(name, concurrency, handler);
  }

  async function drain(): Promise<void> {
    draining = true;
    if (takesJobs) {
      takesJobs = false;
      // `true, true`: in this process only, and without waiting, which `running` does below.
      await withinMs(2000, 'queue pause', bull.pause(true, true)).catch((error: unknown) =>
        log.debug({ err: error }, 'queue pause'),
      );
    }
    await Promise.all(running.values());
  }

  async function closeOnce(): Promise<void> {
    handBack();
    await Promise.race([drain(), sleep(2500, undefined, { ref: false })]);
    try {
      await withinMs(2000, 'queue close', bull.close(true));
    } catch (error) {
      log.debug({ err: error }, 'queue close');
    }
  }

  function close(): Promise<void> {
    closing ??= closeOnce();
    return closing;
  }

  function handBack(): void {
    for (const abort of running.keys()) abort.abort(new Error('the process is shutting down'));
  }

  connection.closeFirst(close);
  return {
    name: options.name,
    async add(name, payload, add = {}) {
      const data: unknown = requireSchema(options.jobs, name).parse(payload);
      if (Buffer.byteLength(JSON.stringify(data)) > MAX_PAYLOAD_BYTES) {
        throw new Error(`the payload of ${name} is too large: pass ids, not contents`);
      }
      await bull.add(name, data, {
        ...(add.jobId === undefined ? {} : { jobId: add.jobId }),
        ...(add.delayMs === undefined ? {} : { delay: add.delayMs }),
        ...(add.attempts === undefined ? {} : { attempts: add.attempts }),
        ...(add.priority === undefined ? {} : { priority: add.priority }),
      });
    },
    process(name, concurrency, handler) {
      if (connection.mode === 'producer') throw new Error('a producer cannot take jobs');
      const schema = requireSchema(options.jobs, name);
      startProcessing(name, concurrency, (job) => run(job, schema, handler)).catch(
        (error: unknown) => log.error({ err: error, name }, 'the queue takes no jobs'),
      );
    },
    async pause() {
      await bull.pause();
    },
    async resume() {
      await bull.resume();
    },
    async counts() {
      const known = await bull.getJobCounts();
      const paused = await bull.getPausedCount();
      const { waiting, active, delayed, completed, failed } = known;
      return { waiting, active, delayed, paused, completed, failed };
    },
    age: () => ageOf(bull),
    stateOf: (jobId) => stateOf(bull, jobId),
    onDead: (listener) => void deadListeners.push(listener),
    isAlive: () =>
      !takesJobs || running.size > 0 || performance.now() - lastContactAt < STUCK_AFTER_MS,
    drain,
    handBack,
    close,
  };
}

type BullHandler = (job: Bull.Job) => Promise<void>;

function requireSchema<Jobs extends JobCatalogue>(jobs: Jobs, name: keyof Jobs & string) {
  const schema = jobs[name];
  if (schema === undefined) throw new Error(`there is no job ${name} in this queue`);
  return schema;
}

/** Every answer to the blocking poll, also an empty one, shows that this process still reaches the queue. */
function notingPolls(client: Redis, onPoll: () => void): Redis {
  const poll = client.brpoplpush.bind(client);
  return Object.assign(client, {
    async brpoplpush(source: string, destination: string, timeoutS: number) {
      const jobId = await poll(source, destination, timeoutS);
      onPoll();
      return jobId;
    },
  });
}

async function stateOf(bull: Bull.Queue<unknown>, jobId: string): Promise<JobState> {
  const state = (await (await bull.getJob(jobId))?.getState()) ?? 'gone';
  if (state === 'paused') return 'waiting';
  // `stuck`: its hash exists but no list knows it, for a moment while it moves or for ever after a torn write.
  return state === 'stuck' ? 'gone' : state;
}

async function ageOf(bull: Bull.Queue<unknown>): Promise<QueueAge> {
  const now = Date.now();
  const [next] = await bull.getWaiting(0, 0);
  const [, score] = await bull.client.zrange(bull.toKey('delayed'), 0, 0, 'WITHSCORES');
  // The score is the due time × 4096, with a counter in the low bits.
  const dueAt = score === undefined ? now : Math.floor(Number(score) / 4096);
  return {
    waitingMs: next === undefined ? 0 : Math.max(0, now - next.timestamp),
    overdueMs: Math.max(0, now - dueAt),
  };
}
