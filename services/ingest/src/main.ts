import { serveInside } from '@evensplit/platform/http/serve-inside';
import { onSigterm, watchForBugs } from '@evensplit/platform/shutdown';
import { createDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { startService } from './start-service.ts';

const env = readEnv();
await using deps = await createDeps(env);
watchForBugs({ log: deps.log, count: (kind) => deps.metrics.countUnhandled(kind) });
await using service = await startService(deps, env);
await using inside = await serveInside(deps, env.METRICS_PORT);
deps.log.info({ port: service.port, metricsPort: inside.port }, 'ingest is up');
await onSigterm({ log: deps.log }, service.shutdown);
