import { createDeps } from '../src/deps.ts';
import { readEnv } from '../src/env.ts';
import { startService } from '../src/start-service.ts';
import { stalled } from './stalled-responder.ts';

/** The coach as it is shipped, but answered by somebody who never ends. For load tests; the product has no such switch. */
const env = readEnv();
await using deps = await createDeps(env, { responders: () => [stalled] });
await using service = await startService(deps, env.PORT);
console.log(JSON.stringify({ port: service.port }));
await new Promise((resolve) => {
  process.once('SIGTERM', resolve);
  process.once('SIGINT', resolve);
});
