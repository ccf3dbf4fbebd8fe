import type { Request, RequestHandler } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-strategy';
import { AppError } from '../app-error.ts';
import type { Actor } from './actor.ts';
import { identify, readCredentials, type IdentifyDeps } from './identify.ts';

export type Authenticator = {
  /**
   * Lets signed-in athletes through. Personal API tokens only pass where a route names the scope they need,
   * so a new route is closed to them until somebody decides otherwise.
   */
  requireAthlete: (options?: { scope?: string }) => RequestHandler;
};

/** The actor stays outside the request object: nothing that copies or logs a request can take it along. */
const actors = new WeakMap<object, Actor>();

export function createAuthenticator(deps: IdentifyDeps): Authenticator {
  const strategies = new passport.Passport();
  strategies.use('jwt', new AccessTokenStrategy(deps));
  return {
    requireAthlete(options = {}) {
      return (req, res, next) => {
        function onResult(error: unknown, actor: unknown) {
          if (error) return next(error);
          if (!isActor(actor)) return next(new AppError('unauthenticated', 'Sign in to continue.'));
          if (!mayUse(actor, options.scope)) {
            return next(new AppError('forbidden', 'This API token may not do that.'));
          }
          actors.set(req, actor);
          next();
        }
        const run: RequestHandler = strategies.authenticate('jwt', { session: false }, onResult);
        run(req, res, next);
      };
    },
  };
}

/** Whom `requireAthlete` let through; a route that forgot it gets 401, never somebody else's data. */
export function actorOf(req: Request): Actor {
  const actor = actors.get(req);
  if (actor === undefined) throw new AppError('unauthenticated', 'Sign in to continue.');
  return actor;
}

export function mayUse(actor: Actor, scope: string | undefined): boolean {
  if (actor.scopes === undefined) return true;
  return scope !== undefined && actor.scopes.includes(scope);
}

/** Passport derives an object from the strategy per request, so private `#fields` would not be reachable. */
class AccessTokenStrategy extends Strategy {
  readonly deps: IdentifyDeps;

  constructor(deps: IdentifyDeps) {
    super();
    this.deps = deps;
  }

  override authenticate(req: Request): void {
    identify(this.deps, readCredentials(this.deps.cookies, req.headers)).then(
      (actor) => this.success(actor),
      (error: unknown) => this.error(error instanceof Error ? error : new Error(String(error))),
    );
  }
}

function isActor(value: unknown): value is Actor {
  return (
    typeof value === 'object' && value !== null && 'athleteId' in value && 'sessionId' in value
  );
}
