import { listen } from '@evensplit/platform/http/listen';
import { serveInside } from '@evensplit/platform/http/serve-inside';
import { onSigterm, shutdownBudget, watchForBugs } from '@evensplit/platform/shutdown';
import { createApp } from './app.ts';
import { createDeps } from './deps.ts';
import { readEnv } from './env.ts';

const env = readEnv();
await using deps = await createDeps(env);
watchForBugs({ log: deps.log, count: (kind) => deps.metrics.countUnhandled(kind) });
await using server = await listen(createApp(deps), { port: env.PORT });
await using inside = await serveInside(deps, env.METRICS_PORT);
deps.log.info({ port: server.port, metricsPort: inside.port }, 'listening');

await onSigterm(
  { log: deps.log, budget: shutdownBudget(env.SHUTDOWN_DELAY_S) },
  { refuse: () => deps.health.drain(), drain: () => server.drain(15_000) },
);
