import { writeSync } from 'node:fs';
import { z } from 'zod';
import { createBullQueue } from '../src/bull-queue.ts';
import { createLog } from '../src/log.ts';
import { connectWorker } from '../src/queue-connection.ts';

/** A process of its own, so that it can be killed. Job `die` kills it from inside. */
const [url = '', name = ''] = process.argv.slice(2);
const log = createLog({ service: 'mortal', level: 'silent' });
const connection = connectWorker(url, { name: 'mortal', log });
const jobs = { slow: z.object({}), die: z.object({}) };
const queue = createBullQueue(connection, { name, prefix: '{test}', jobs, log });
queue.process('slow', 1, async () => {
  writeSync(1, 'started\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
queue.process('die', 1, async () => {
  process.kill(process.pid, 'SIGKILL');
});
