import { actorOf } from '@evensplit/platform/auth/authenticate';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { readState } from './read-state.ts';

export function stateRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limited);

  routes.get('/', async (req, res) => {
    res.json(await readState(deps, actorOf(req).athleteId));
  });
  return routes;
}
