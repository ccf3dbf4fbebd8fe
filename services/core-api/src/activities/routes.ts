import { ActivityQuery, Id, StreamsQuery } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { listActivities } from './list-activities.ts';
import { readActivity } from './read-activity.ts';
import { readStreams } from './read-streams.ts';

export function activityRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limits.session);

  routes.get('/', async (req, res) => {
    res.json(
      await listActivities(deps.db, actorOf(req).athleteId, parse(ActivityQuery, req.query)),
    );
  });
  routes.get('/:id', async (req, res) => {
    res.json(await readActivity(deps, actorOf(req).athleteId, parse(Id, req.params.id)));
  });
  routes.get('/:id/streams', async (req, res) => {
    const { points } = parse(StreamsQuery, req.query);
    res.json(await readStreams(deps.db, actorOf(req).athleteId, parse(Id, req.params.id), points));
  });
  return routes;
}
