import { LogIn, passwordRules, SignUp, SignUpMode } from '@evensplit/contracts';
import type { Athlete } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { parse } from '@evensplit/platform/http/parse';
import { Router, type Request, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { viewAthlete } from '../me/view-athlete.ts';
import { describeDevice } from './describe-device.ts';
import { passwordStrategy } from './password-strategy.ts';
import { endSession, IDLE_DAYS, refreshSession, type OpenSession } from './session-store.ts';
import { signUp } from './sign-up.ts';

export function authRoutes(deps: Deps): Router {
  const routes = Router();
  const checkPassword = passwordStrategy(deps);

  /** Sets both cookies and says when the access token ends; the tokens never stand in a body. */
  async function start(res: Response, athlete: Athlete, session: OpenSession) {
    const view = viewAthlete(athlete);
    const access = await deps.signer.sign({
      athleteId: athlete.id,
      sessionId: session.sessionId,
      roles: view.roles,
    });
    deps.cookies.set(res, {
      access: access.token,
      refresh: session.refreshToken,
      maxAgeS: IDLE_DAYS * 86_400,
    });
    deps.knownDevices.remember(res, athlete.id);
    return { athlete: view, accessExpiresAt: access.expiresAt.toISOString() };
  }

  const signUpMode = (): SignUpMode =>
    SignUpMode.catch('open').parse(deps.control.setting('auth.signup'));

  routes.get('/options', (_req, res) => {
    res.json({
      signUp: signUpMode(),
      passwordMinLength: passwordRules.minLength,
      passwordMaxLength: passwordRules.maxLength,
    });
  });

  routes.post('/signup', deps.writable, deps.limits.verify, async (req, res) => {
    const context = { mode: signUpMode(), device: deviceOf(req) };
    const { athlete, session } = await signUp(deps, parse(SignUp, req.body), context);
    res.status(201).json(await start(res, athlete, session));
  });

  routes.post('/login', async (req, res) => {
    parse(LogIn, req.body);
    const { athlete, session } = await deps.loginDoor.through(() => checkPassword(req, res));
    res.json(await start(res, athlete, session));
  });

  routes.post('/refresh', deps.limits.refresh, async (req, res) => {
    const token = deps.cookies.readRefresh(req.headers);
    if (!token) throw new AppError('unauthenticated', 'Sign in to continue.');
    try {
      const session = await refreshSession(
        { db: deps.db, refreshSecret: deps.env.REFRESH_SECRET },
        token,
      );
      const athlete = await deps.db.athlete.findUniqueOrThrow({ where: { id: session.athleteId } });
      res.json(await start(res, athlete, session));
    } catch (error) {
      // A dead token is only noise for the browser; an outage is no reason to take it away.
      if (error instanceof AppError) deps.cookies.clear(res);
      throw error;
    }
  });

  routes.post('/logout', deps.authenticator.requireAthlete(), async (req, res) => {
    await endSession(deps.db, actorOf(req).sessionId, 'logged_out');
    deps.cookies.clear(res);
    res.status(204).end();
  });
  return routes;
}

function deviceOf(req: Request): string {
  return describeDevice(req.get('user-agent') ?? '');
}
