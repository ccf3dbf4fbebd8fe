import { Id, ImportFilesQuery } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { parse } from '@evensplit/platform/http/parse';
import { Router, type Request } from 'express';
import type { Deps } from '../deps.ts';
import { whenWritable } from '../when-writable.ts';
import { acceptUpload, leftToday, requireOpenBatch } from './accept-upload.ts';
import { listBatches, readBatchDetail } from './read-batch.ts';
import { receiveParts } from './receive-parts.ts';

export function uploadRoutes(deps: Deps): Router {
  const routes = Router();
  const writable = whenWritable(deps.control);
  routes.use(deps.authenticator.requireAthlete(), deps.limits.session);

  async function receive(req: Request) {
    return receiveParts(deps.store, req, await leftToday(deps.db, actorOf(req).athleteId));
  }

  routes.post('/', writable, async (req, res) => {
    const { athleteId } = actorOf(req);
    res.status(202).json(await acceptUpload(deps, athleteId, await receive(req)));
  });
  routes.post('/:id/files', writable, async (req, res) => {
    const { athleteId } = actorOf(req);
    const batchId = parse(Id, req.params.id);
    await requireOpenBatch(deps.db, athleteId, batchId);
    res.status(202).json(await acceptUpload(deps, athleteId, await receive(req), batchId));
  });
  routes.get('/', async (req, res) => {
    res.json(await listBatches(deps, actorOf(req).athleteId));
  });
  routes.get('/:id', async (req, res) => {
    const query = parse(ImportFilesQuery, req.query);
    const batchId = parse(Id, req.params.id);
    res.json(await readBatchDetail(deps, actorOf(req).athleteId, batchId, query));
  });
  return routes;
}
