import { ChangeMemory, Id, IdempotencyKey, NewMemory } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { whenWritable } from '../when-writable.ts';
import { addMemory } from './add-memory.ts';
import { changeMemory } from './change-memory.ts';
import { deleteMemory } from './delete-memory.ts';
import { listMemories } from './list-memories.ts';

export function memoryRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limited);

  routes.get('/', async (req, res) => {
    res.json(await listMemories(deps, actorOf(req).athleteId));
  });
  routes.post('/', whenWritable(deps.control), async (req, res) => {
    const key = parse(IdempotencyKey, req.get('idempotency-key') ?? '');
    const wanted = parse(NewMemory, req.body);
    const { isNew, memory } = await addMemory(deps, actorOf(req).athleteId, wanted, key);
    res.status(isNew ? 201 : 200).json(memory);
  });
  routes.patch('/:id', whenWritable(deps.control), async (req, res) => {
    const change = parse(ChangeMemory, req.body);
    const id = parse(Id, req.params.id);
    res.json(await changeMemory(deps, actorOf(req).athleteId, id, change));
  });
  routes.delete('/:id', whenWritable(deps.control), async (req, res) => {
    await deleteMemory(deps, actorOf(req).athleteId, parse(Id, req.params.id));
    res.status(204).end();
  });
  return routes;
}
