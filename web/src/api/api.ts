import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { createClient } from './create-client.ts';
import { rememberExpiry } from './keep-fresh.ts';

export const meKey = ['me'] as const;

export const queryClient = new QueryClient({
  defaultOptions: {
    // The library would hold requests back while the browser believes to be offline, and a page that waits in silence
    // looks stuck. Ours are sent, fail, and say so.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 20_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
  },
});

export const api = createClient({
  fetch: (path, init) => fetch(path, init),
  onSession(session) {
    rememberExpiry(session.accessExpiresAt);
    queryClient.setQueryData(meKey, session.athlete);
  },
  onSignedOut: forgetSession,
});

const endings = new Set<() => void>();

/** For what lives outside of the queries and belongs to the athlete: sockets, a running upload. */
export function whenSignedOut(listener: () => void): void {
  endings.add(listener);
}

/** Nothing of one athlete may be left when the next one signs in on the same device. */
export function forgetSession(): void {
  rememberExpiry(null);
  for (const end of endings) end();
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
  queryClient.setQueryData(meKey, null);
}
