import { actorOf } from '@evensplit/platform/auth/authenticate';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { suggestQuestions } from './suggest-questions.ts';

export function suggestionRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limited);

  routes.get('/', async (req, res) => {
    res.json({ questions: await suggestQuestions(deps, actorOf(req).athleteId) });
  });
  return routes;
}
