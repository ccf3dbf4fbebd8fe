import { createDeps } from '../src/deps.ts';
import { readEnv } from '../src/env.ts';
import { startService } from '../src/start-service.ts';

/**
 * The coach as it is shipped, at a moment that is given: whoever is asked about "last week" must be asked about the
 * same week whenever an evaluation is run. It shares its machine with those who ask, so it refuses nobody for that.
 */
const now = new Date(process.argv[2] ?? '');
const env = readEnv();
await using deps = await createDeps(env, {
  clock: () => now,
  loadGauge: {
    overloaded: () => false,
    [Symbol.dispose]: () => undefined,
  },
});
await using _service = await startService(deps, env.PORT);
await new Promise((resolve) => {
  process.once('SIGTERM', resolve);
  process.once('SIGINT', resolve);
});
