import { isOutage } from '@evensplit/db';
import { createHttpApp } from '@evensplit/platform/http/create-http-app';
import type { Express, Router } from 'express';
import { activityRoutes } from './activities/routes.ts';
import { adminRoutes } from './admin/routes.ts';
import { authRoutes } from './auth/routes.ts';
import type { Deps } from './deps.ts';
import { factRoutes } from './facts/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { meRoutes } from './me/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';

/** Where each feature's routes live. */
const areas: readonly (readonly [path: string, routes: (deps: Deps) => Router])[] = [
  ['/v1/auth', authRoutes],
  ['/v1/me', meRoutes],
  ['/v1/sessions', sessionRoutes],
  ['/v1/home', homeRoutes],
  ['/v1/activities', activityRoutes],
  ['/v1/facts', factRoutes],
  ['/v1/admin', adminRoutes],
];

export function createApp(deps: Deps): Express {
  return createHttpApp({
    log: deps.log,
    publicUrl: deps.env.PUBLIC_URL,
    health: deps.health,
    loadGauge: deps.loadGauge,
    jsonBodyLimit: '100kb',
    neverShed: ['POST /v1/auth/login', 'POST /v1/auth/refresh'],
    onRequest: (seen) => deps.metrics.observeRequest(seen),
    isOutage,
    mountBeforeBody: (app) => void app.post('/v1/auth/login', deps.loginDoor.look),
    mount(app) {
      for (const [path, routes] of areas) app.use(path, routes(deps));
    },
  });
}
