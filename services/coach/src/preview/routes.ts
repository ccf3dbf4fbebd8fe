import { PreviewQuery } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { previewContext } from './preview-context.ts';

export function previewRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limited);

  routes.get('/', async (req, res) => {
    const query = parse(PreviewQuery, req.query);
    res.json(await previewContext(deps, actorOf(req).athleteId, query));
  });
  return routes;
}
