import { Gauge, type Registry } from 'prom-client';
import type { QueueAge, QueueCounts } from './job-queue.ts';
import { withinMs } from './time-limit.ts';

export type WatchedQueue = {
  readonly name: string;
  counts(): Promise<QueueCounts>;
  age(): Promise<QueueAge>;
  isAlive(): boolean;
};

type Reading = { queue: string; counts: QueueCounts; age: QueueAge };

/** Depth, age and liveness of queues, read when somebody asks for metrics and not otherwise. */
export function createQueueWatch(registers: Registry[]): (queue: WatchedQueue) => void {
  const queues: WatchedQueue[] = [];
  let inFlight: Promise<Reading[]> | undefined;

  /** All gauges of one scrape share one reading. */
  function read(): Promise<Reading[]> {
    inFlight ??= Promise.all(queues.map(readQueue)).then((readings) => {
      inFlight = undefined;
      return readings.filter((reading) => reading !== undefined);
    });
    return inFlight;
  }

  new Gauge({
    name: 'queue_jobs',
    help: 'Jobs in a queue by state.',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      for (const { queue, counts } of await read()) {
        for (const [state, count] of Object.entries(counts)) this.set({ queue, state }, count);
      }
    },
  });
  new Gauge({
    name: 'queue_age_seconds',
    help: 'Age of the job that is next, and how long the next delayed job is overdue.',
    labelNames: ['queue', 'kind'],
    registers,
    async collect() {
      for (const { queue, age } of await read()) {
        this.set({ queue, kind: 'waiting' }, age.waitingMs / 1000);
        this.set({ queue, kind: 'overdue' }, age.overdueMs / 1000);
      }
    },
  });
  new Gauge({
    name: 'queue_worker_alive',
    help: '0 when this process should take jobs but has not reached the queue for a minute.',
    labelNames: ['queue'],
    registers,
    collect() {
      for (const queue of queues) this.set({ queue: queue.name }, queue.isAlive() ? 1 : 0);
    },
  });
  return (queue) => void queues.push(queue);
}

async function readQueue(queue: WatchedQueue): Promise<Reading | undefined> {
  try {
    const reading = Promise.all([queue.counts(), queue.age()]);
    const [counts, age] = await withinMs(1000, 'queue reading', reading);
    return { queue: queue.name, counts, age };
  } catch {
    return undefined;
  }
}
