import type { ApiRoute } from '@evensplit/contracts/api/api-route';
import { apiRoutes } from '@evensplit/contracts/api/api-routes';

/** What of an Express application its routes can be read from. */
type Stack = { stack: readonly Layer[] };
type Layer = {
  route?: { path: string | string[]; stack: readonly { method?: string }[] } | undefined;
  handle: unknown;
  /** Where it was mounted, as it was written. */
  rawPath?: unknown;
};

/** `get /v1/activities/:id` for every route that the table has for a service, health included. */
export function documentedRoutes(service: ApiRoute['service']): Set<string> {
  return new Set(
    apiRoutes
      .filter((route) => route.service === service || route.service === 'every')
      .map(({ method, path }) => `${method} ${path}`),
  );
}

/** The same for every route that an application really has, however it came there. */
export function mountedRoutes(app: { router: unknown }): Set<string> {
  return new Set(routesOf(app.router as Stack, ''));
}

function routesOf(router: Stack, place: string): string[] {
  return router.stack.flatMap(({ route, handle, rawPath }) => {
    if (isRouter(handle)) return routesOf(handle, join(place, String(rawPath)));
    return [route?.path ?? []]
      .flat()
      .flatMap((path) =>
        (route?.stack ?? []).map(({ method }) => `${method} ${join(place, path)}`),
      );
  });
}

function join(place: string, path: string): string {
  return path === '/' ? place : `${place}${path}`;
}

function isRouter(handle: unknown): handle is Stack {
  return typeof handle === 'function' && 'stack' in handle && Array.isArray(handle.stack);
}
