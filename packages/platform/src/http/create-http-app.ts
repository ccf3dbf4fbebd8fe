import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Log } from '../log.ts';
import type { Health } from './health.ts';
import { mapErrors, refuseUnknownRoute } from './map-errors.ts';
import { observeRequests, type RequestSeen } from './observe-requests.ts';
import { refuseCrossSite } from './refuse-cross-site.ts';
import { bindRequestId } from './request-id.ts';
import { shedLoad, type LoadGauge, type NamedRoute } from './shed-load.ts';

export type HttpAppOptions = {
  log: Log;
  /** The address athletes type; requests that other sites start are judged against it. */
  publicUrl: string;
  health: Health;
  loadGauge: Pick<LoadGauge, 'overloaded'>;
  /** For example `100kb`; larger JSON bodies get 413. */
  jsonBodyLimit: string;
  /** What is answered even under overload. */
  neverShed?: readonly NamedRoute[];
  onRequest?: (seen: RequestSeen) => void;
  /** Whether an error means "the database is away": such requests get 503 and may try again. This package knows no database. */
  isOutage?: (error: unknown) => boolean;
  /** Routes that read the request stream themselves (uploads, signed webhooks) or refuse before it is read. */
  mountBeforeBody?: (app: Express) => void;
  mount: (app: Express) => void;
};

/**
 * What every service's HTTP side has in common, in the order that matters: identify and measure the request,
 * answer health, refuse what must not go further, read the body, then the service's own routes.
 */
export function createHttpApp(options: HttpAppOptions): Express {
  const { log } = options;
  const app = createBareApp(options.health);
  app.use(observeRequests({ log, onRequest: options.onRequest }));
  app.use(shedLoad(options.loadGauge, options.neverShed ?? []));
  app.use(refuseCrossSite(options.publicUrl));
  options.mountBeforeBody?.(app);
  app.use(express.json({ limit: options.jsonBodyLimit }));
  options.mount(app);
  app.use(refuseUnknownRoute);
  app.use(mapErrors({ log, isOutage: options.isOutage }));
  return app;
}

/** An id for every request, safe headers, and health: what every port answers in the same way. */
export function createBareApp(health: Health): Express {
  const app = express();
  // Exactly one hop, the gateway: with `true` a client could choose its own address and evade limits.
  app.set('trust proxy', 1);
  app.set('query parser', 'simple');
  // Answers are personal and never stored by caches, so hashing each of them for an ETag buys nothing.
  app.set('etag', false);

  app.use(bindRequestId);
  app.use(helmet(), (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(health.routes);
  return app;
}
