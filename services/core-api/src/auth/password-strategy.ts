import { LogIn } from '@evensplit/contracts';
import type { Athlete } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { parse } from '@evensplit/platform/http/parse';
import type { Request, Response } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import type { Deps } from '../deps.ts';
import { describeDevice } from './describe-device.ts';
import { logIn } from './log-in.ts';
import type { OpenSession } from './session-store.ts';

type SignedIn = { athlete: Athlete; session: OpenSession };

/** Sign-in with e-mail address and password, behind its brute-force limits (reliability.md §3). */
export function passwordStrategy(deps: Deps): (req: Request, res: Response) => Promise<SignedIn> {
  const strategies = new passport.Passport();
  strategies.use(
    new Strategy(
      {
        usernameField: 'email',
        passwordField: 'password',
        session: false,
        passReqToCallback: true,
      },
      (req, _email, _password, done) => {
        attempt(deps, req).then(
          (signedIn) => done(null, signedIn),
          (error: unknown) => done(error),
        );
      },
    ),
  );
  return (req, res) =>
    new Promise<SignedIn>((resolve, reject) => {
      const run = strategies.authenticate(
        'local',
        { session: false },
        (error: unknown, signedIn: SignedIn | false) => {
          if (error)
            reject(error instanceof Error ? error : new Error('sign-in failed', { cause: error }));
          else if (signedIn) resolve(signedIn);
          else reject(new AppError('wrong_credentials', 'E-mail address or password is wrong.'));
        },
      );
      run(req, res, reject);
    });
}

async function attempt(deps: Deps, req: Request): Promise<SignedIn> {
  const input = parse(LogIn, req.body);
  const who = { ip: req.ip ?? 'unknown', email: input.email };
  const known = await deps.knownDevices.isKnown(req, input.email);
  await deps.loginLimits.mayTry(who, known);
  try {
    const signedIn = await logIn(deps, input, {
      device: describeDevice(req.get('user-agent') ?? ''),
    });
    await deps.loginLimits.succeeded(who);
    return signedIn;
  } catch (error) {
    if (error instanceof AppError && error.code === 'wrong_credentials')
      await deps.loginLimits.failed(who, known);
    throw error;
  }
}
