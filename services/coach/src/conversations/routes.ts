import { ConversationQuery, Id } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { whenWritable } from '../when-writable.ts';
import { deleteConversation } from './delete-conversation.ts';
import { findChanges } from './find-changes.ts';
import { listConversations } from './list-conversations.ts';
import { readConversation } from './read-conversation.ts';

export function conversationRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limited);

  routes.get('/', async (req, res) => {
    const query = parse(ConversationQuery, req.query);
    res.json(await listConversations(deps, actorOf(req).athleteId, query));
  });
  routes.get('/:id', async (req, res) => {
    res.json(await readConversation(deps, actorOf(req).athleteId, parse(Id, req.params.id)));
  });
  routes.get('/:id/changes', async (req, res) => {
    res.json(await findChanges(deps, actorOf(req).athleteId, parse(Id, req.params.id)));
  });
  routes.delete('/:id', whenWritable(deps.control), async (req, res) => {
    await deleteConversation(deps, actorOf(req).athleteId, parse(Id, req.params.id));
    res.status(204).end();
  });
  return routes;
}
