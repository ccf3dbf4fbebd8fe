import { isOutage } from '@evensplit/db';
import { createHttpApp } from '@evensplit/platform/http/create-http-app';
import type { Express } from 'express';
import { conversationRoutes } from './conversations/routes.ts';
import type { Deps } from './deps.ts';
import { memoryRoutes } from './memories/routes.ts';
import { previewRoutes } from './preview/routes.ts';
import { stateRoutes } from './state/routes.ts';
import { suggestionRoutes } from './suggestions/routes.ts';
import { turnRoutes } from './turns/routes.ts';

export function createApp(deps: Deps): Express {
  return createHttpApp({
    log: deps.log,
    publicUrl: deps.publicUrl,
    health: deps.health,
    loadGauge: deps.loadGauge,
    jsonBodyLimit: '64kb',
    neverShed: ['POST /v1/coach/turns/:id/stop'],
    onRequest: (seen) => deps.metrics.observeRequest(seen),
    isOutage,
    mount(app) {
      app.use('/v1/coach/turns', turnRoutes(deps));
      app.use('/v1/coach/conversations', conversationRoutes(deps));
      app.use('/v1/coach/memories', memoryRoutes(deps));
      app.use('/v1/coach/state', stateRoutes(deps));
      app.use('/v1/coach/suggestions', suggestionRoutes(deps));
      app.use('/v1/coach/preview', previewRoutes(deps));
    },
  });
}
