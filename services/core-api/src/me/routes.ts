import { ChangeConsent, ChangePassword, UpdateProfile } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { AppError } from '@evensplit/platform/app-error';
import { parse } from '@evensplit/platform/http/parse';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { changePassword } from './change-password.ts';
import { changeConsent, listConsents } from './consents.ts';
import { viewAthlete } from './view-athlete.ts';

export function meRoutes(deps: Deps): Router {
  const routes = Router();
  routes.use(deps.authenticator.requireAthlete(), deps.limits.session);

  routes.get('/', async (req, res) => {
    const athlete = await deps.db.athlete.findUnique({ where: { id: actorOf(req).athleteId } });
    if (!athlete) throw new AppError('session_ended', 'This account no longer exists.');
    res.json(viewAthlete(athlete));
  });

  routes.patch('/', deps.writable, async (req, res) => {
    const changes = parse(UpdateProfile, req.body);
    // `undefined` = leave as it is; Prisma reads it the same way, the compiler wants it said.
    const data = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    );
    res.json(
      viewAthlete(await deps.db.athlete.update({ where: { id: actorOf(req).athleteId }, data })),
    );
  });

  routes.post('/password', deps.writable, deps.limits.verify, async (req, res) => {
    await changePassword(deps, actorOf(req), parse(ChangePassword, req.body));
    res.status(204).end();
  });

  routes.get('/consents', async (req, res) => {
    res.json({ consents: await listConsents(deps.db, actorOf(req).athleteId) });
  });

  routes.put('/consents', deps.writable, async (req, res) => {
    const change = parse(ChangeConsent, req.body);
    res.json({ consents: await changeConsent(deps, actorOf(req).athleteId, change) });
  });
  return routes;
}
