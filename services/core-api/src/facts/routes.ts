import { factQueryArgs, factQueryNames } from '@evensplit/contracts';
import { readFacts } from '@evensplit/evidence';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { AppError } from '@evensplit/platform/app-error';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.ts';

/** The fact registry as an API: what home and the coach know, a program may know too. */
export function factRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limits.session);

  routes.get('/:query', async (req, res) => {
    const query = z.enum(factQueryNames).safeParse(req.params.query).data;
    if (!query)
      throw new AppError(
        'not_found',
        `There is no such question; known are ${factQueryNames.join(', ')}.`,
      );
    const args = parse(factQueryArgs[query], req.query);
    res.json(await readFacts(deps.db, actorOf(req).athleteId, query, args as never, deps.clock()));
  });
  return routes;
}
