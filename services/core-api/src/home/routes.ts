import { actorOf } from '@evensplit/platform/auth/authenticate';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { readHome } from './read-home.ts';

export function homeRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/', deps.authenticator.requireAthlete(), deps.limits.session, async (req, res) => {
    res.json(await readHome(deps, actorOf(req).athleteId));
  });
  return routes;
}
