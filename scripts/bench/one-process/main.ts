import { createCoreDb, type CoachDb, type CoreDb, type IngestDb } from '@evensplit/db';
import { listen } from '@evensplit/platform/http/listen';
import { serveInside } from '@evensplit/platform/http/serve-inside';
import { stalled } from '../../../services/coach/bench/stalled-responder.ts';
import { createDeps as createCoachDeps } from '../../../services/coach/src/deps.ts';
import { readEnv as readCoachEnv } from '../../../services/coach/src/env.ts';
import { startService as startCoach } from '../../../services/coach/src/start-service.ts';
import { createApp as createCoreApp } from '../../../services/core-api/src/app.ts';
import { createDeps as createCoreDeps } from '../../../services/core-api/src/deps.ts';
import { readEnv as readCoreEnv } from '../../../services/core-api/src/env.ts';
import { createDeps as createIngestDeps } from '../../../services/ingest/src/deps.ts';
import { readEnv as readIngestEnv } from '../../../services/ingest/src/env.ts';
import { startService as startIngest } from '../../../services/ingest/src/start-service.ts';
import { readSettings } from './settings.ts';

/**
 * What the product would be without the split: the same code of all three services on one event loop, with one pool of
 * as many connections as theirs together. It exists to be measured beside the product (npm run bench -- isolation)
 * and is no way to run it.
 */
const settings = readSettings();
await using db = disposable(
  createCoreDb({
    url: settings.databaseUrl,
    poolSize: settings.poolSize,
    applicationName: settings.applicationName,
  }) as unknown as CoreDb & CoachDb & IngestDb,
);
const coreEnv = readCoreEnv(settings.envs['core-api']);
const coachEnv = readCoachEnv(settings.envs.coach);
const ingestEnv = readIngestEnv(settings.envs.ingest);
await using core = await createCoreDeps(coreEnv, { db });
await using coach = await createCoachDeps(coachEnv, { db, responders: () => [stalled] });
await using ingest = await createIngestDeps(ingestEnv, { db });
await using _ingestService = await startIngest(ingest, ingestEnv);
await using _coachService = await startCoach(coach, coachEnv.PORT);
await using _inside = await serveInside(core, coreEnv.METRICS_PORT);
await using _coreServer = await listen(createCoreApp(core), { port: coreEnv.PORT });
console.log(JSON.stringify({ port: coreEnv.PORT }));
await new Promise((resolve) => {
  process.once('SIGTERM', resolve);
  process.once('SIGINT', resolve);
});

/** Disposed last, when none of the three needs it any more. */
function disposable<Db extends Pick<CoreDb, '$disconnect'>>(client: Db): Db & AsyncDisposable {
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.$disconnect() });
}
