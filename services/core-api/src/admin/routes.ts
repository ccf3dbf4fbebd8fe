import {
  ChangeSetting,
  Id,
  NewInvite,
  systemSettings,
  type SystemSettingKey,
} from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { AppError } from '@evensplit/platform/app-error';
import { parse } from '@evensplit/platform/http/parse';
import { Router, type RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { changeSetting, listSettings } from './settings.ts';
import { createInvite, listInvites, revokeInvite } from './invites.ts';

export function adminRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limits.session, requireOwner(deps));

  routes.get('/settings', async (_req, res) => {
    res.json({ settings: await listSettings(deps.db) });
  });
  routes.put('/settings/:key', async (req, res) => {
    const { key } = req.params;
    if (!isSetting(key)) throw new AppError('not_found', 'There is no such setting.');
    const { value, reason } = parse(ChangeSetting, req.body);
    const change = { key, value: parse(systemSettings[key], value), reason };
    res.json(await changeSetting(deps.db, actorOf(req), change));
  });

  routes.get('/invites', async (_req, res) => {
    res.json({ invites: await listInvites(deps.db, deps.clock()) });
  });
  routes.post('/invites', async (req, res) => {
    const input = parse(NewInvite, req.body ?? {});
    res.status(201).json(await createInvite(deps, actorOf(req), input));
  });
  routes.delete('/invites/:id', async (req, res) => {
    await revokeInvite(deps.db, actorOf(req), parse(Id, req.params.id));
    res.status(204).end();
  });
  return routes;
}

/** The role is read from the database, not from the token: a role taken away must not live on for ten minutes. */
function requireOwner(deps: Deps): RequestHandler {
  return async (req, _res, next) => {
    const { athleteId } = actorOf(req);
    const athlete = await deps.db.athlete.findUnique({
      where: { id: athleteId },
      select: { roles: true },
    });
    if (athlete?.roles.includes('owner')) return next();
    deps.log.warn({ method: req.method }, 'owner area refused');
    throw new AppError('forbidden', 'Only the owner of this installation may do that.');
  };
}

function isSetting(key: string): key is SystemSettingKey {
  return Object.hasOwn(systemSettings, key);
}
