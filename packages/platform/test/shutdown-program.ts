import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../src/log.ts';
import { onSigterm, watchForBugs } from '../src/shutdown.ts';

/** A process of its own, because signals and exits cannot be tried on the test runner. */
const [mode = ''] = process.argv.slice(2);
const startedAt = performance.now();
const say = (what: string) => process.stdout.write(`${what}\n`);
const log = createLog({ service: 'program', level: 'info', write: () => undefined });
const forever = () => new Promise<void>(() => undefined);
// Stands for the open server that keeps a real process alive.
const alive = setInterval(() => undefined, 60_000);

watchForBugs({ log, count: (kind) => void say(`counted ${kind}`) });
if (mode === 'rejection') void Promise.reject(new Error('forgotten'));
if (mode === 'exception') setTimeout(() => JSON.parse('{'), 10);

setTimeout(() => say('running'), 20);
{
  await using _part = {
    async [Symbol.asyncDispose]() {
      say('disposed');
    },
  };
  await onSigterm(
    { log, budget: { drainS: 0.2, abortS: 0.5, closeS: 0.7, exitS: 1 } },
    {
      refuse: async () => {
        say('refuse');
        if (mode === 'broken') throw new Error('refuse failed');
        if (mode === 'stuck') await forever();
      },
      drain: async () => {
        say('drain');
        await (mode === 'stuck' ? forever() : sleep(50));
      },
      abort: async () => {
        say('abort');
        if (mode === 'stuck') await forever();
      },
      close: async () => {
        say('close');
        if (mode === 'stuck') await forever();
        clearInterval(alive);
      },
    },
  );
}
say(`ended ${performance.now() - startedAt > 0}`);
