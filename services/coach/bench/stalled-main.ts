import { createDeps } from '../src/deps.ts';
import { readEnv } from '../src/env.ts';
import { startService } from '../src/start-service.ts';
import type { Responder } from '../src/turns/responder.ts';

/**
 * The coach as it is shipped, but answered by somebody who says one sentence and then hangs until the turn is
 * stopped or its time is up: what a stalled model looks like to everything around it. For load tests; the
 * product has no such switch.
 */
const stalled: Responder = {
  writer: 'baseline',
  async *respond(_question, signal) {
    yield { type: 'text', text: 'Let me think about that.' };
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  },
};

const env = readEnv();
await using deps = await createDeps(env, { responders: () => [stalled] });
await using service = await startService(deps, env.PORT);
console.log(JSON.stringify({ port: service.port }));
await new Promise((resolve) => {
  process.once('SIGTERM', resolve);
  process.once('SIGINT', resolve);
});
