import { Id } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { AppError } from '@evensplit/platform/app-error';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { endOtherSessions, endSession } from '../auth/session-store.ts';

export function sessionRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limits.session);

  routes.get('/', async (req, res) => {
    const { athleteId, sessionId } = actorOf(req);
    const sessions = await deps.db.session.findMany({
      where: { athleteId, revokedAt: null, expiresAt: { gt: deps.clock() } },
      orderBy: { lastSeenAt: 'desc' },
    });
    res.json({
      sessions: sessions.map((session) => ({
        id: session.id,
        current: session.id === sessionId,
        device: session.device,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      })),
    });
  });

  routes.delete('/', async (req, res) => {
    const { athleteId, sessionId } = actorOf(req);
    await endOtherSessions(deps.db, athleteId, sessionId, 'revoked_by_athlete');
    res.status(204).end();
  });

  routes.delete('/:id', async (req, res) => {
    const { athleteId } = actorOf(req);
    const id = parse(Id, req.params.id);
    const session = await deps.db.session.findFirst({ where: { id, athleteId, revokedAt: null } });
    if (!session) throw new AppError('not_found', 'There is no such session.');
    await endSession(deps.db, session.id, 'revoked_by_athlete');
    res.status(204).end();
  });
  return routes;
}
