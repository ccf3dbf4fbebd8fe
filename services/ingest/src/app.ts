import { isOutage } from '@evensplit/db';
import { createHttpApp } from '@evensplit/platform/http/create-http-app';
import type { Express } from 'express';
import type { Deps } from './deps.ts';
import { uploadRoutes } from './uploads/routes.ts';

export function createApp(deps: Deps): Express {
  return createHttpApp({
    log: deps.log,
    publicUrl: deps.publicUrl,
    health: deps.health,
    loadGauge: deps.loadGauge,
    jsonBodyLimit: '100kb',
    onRequest: (seen) => deps.metrics.observeRequest(seen),
    isOutage,
    mount(app) {
      app.use('/v1/ingest/uploads', uploadRoutes(deps));
    },
  });
}
