import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { createBareApp } from './create-http-app.ts';
import type { Health } from './health.ts';
import { listen, type Listening } from './listen.ts';
import { mapErrors, refuseUnknownRoute } from './map-errors.ts';

/**
 * A second port for those who look after the process: metrics, and health once more. Node accepts a few connections per
 * turn of its event loop and port (listen.ts), so that on the port of everybody a health check waits behind all who came before it;
 * here nobody is before it. The gateway publishes nothing of it but health.
 */
export async function serveInside(
  deps: { health: Health; metrics: Metrics; log: Log },
  port: number,
): Promise<Listening> {
  const { registry } = deps.metrics;
  const app = createBareApp(deps.health);
  app.get('/metrics', async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics());
  });
  app.use(refuseUnknownRoute);
  app.use(mapErrors({ log: deps.log }));
  return listen(app, { port });
}
