import { serveMetrics } from '@evensplit/platform/metrics';
import { onSigterm, watchForBugs } from '@evensplit/platform/shutdown';
import { createDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { startService } from './start-service.ts';

const env = readEnv();
await using deps = await createDeps(env);
watchForBugs({ log: deps.log, count: (kind) => deps.metrics.countUnhandled(kind) });
await using metrics = await serveMetrics(deps.metrics, env.METRICS_PORT);
await using service = await startService(deps, env);
deps.log.info({ port: service.port, metricsPort: metrics.port }, 'ingest is up');
await onSigterm({ log: deps.log }, service.shutdown);
