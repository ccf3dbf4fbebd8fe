import { Id, IdempotencyKey, type TurnView } from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { streamTurn } from '../tails/sse-route.ts';
import { whenWritable } from '../when-writable.ts';
import { askCoach, Question } from './ask-coach.ts';
import { readTurn } from './read-turn.ts';
import { requestStop } from './request-stop.ts';
import { viewTurn } from './view-turn.ts';

export function turnRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limited);

  routes.post('/', whenWritable(deps.control), async (req, res) => {
    const key = parse(IdempotencyKey, req.get('idempotency-key') ?? '');
    const ask = parse(Question, req.body);
    const { isNew, accepted } = await askCoach(deps, actorOf(req).athleteId, ask, key);
    res.status(isNew ? 202 : 200).json(accepted);
  });
  routes.get('/:id', async (req, res) => {
    res.json(await showTurn(deps, actorOf(req).athleteId, parse(Id, req.params.id)));
  });
  routes.get('/:id/events', (req, res) => streamTurn(deps, req, res));
  routes.post('/:id/stop', async (req, res) => {
    const { athleteId } = actorOf(req);
    const turnId = parse(Id, req.params.id);
    const asked = await requestStop(deps, athleteId, turnId);
    res.status(asked ? 202 : 200).json(await showTurn(deps, athleteId, turnId));
  });
  return routes;
}

async function showTurn(deps: Deps, athleteId: string, turnId: string): Promise<TurnView> {
  const row = await readTurn(deps, athleteId, turnId);
  if (!row) throw new AppError('not_found', 'There is no such turn.');
  return viewTurn(row);
}
