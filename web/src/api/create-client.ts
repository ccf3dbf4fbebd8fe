import type { SessionStarted } from '@evensplit/contracts';
import { ApiError, errorFromResponse, unreachable } from './api-error.ts';

export type ClientDeps = {
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  onSession: (session: SessionStarted) => void;
  onSignedOut: () => void;
};

type RequestOptions = {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
};

export type Client = {
  send: <T>(method: string, path: string, options?: RequestOptions) => Promise<T>;
  refresh: () => Promise<SessionStarted>;
};

/**
 * Requests with cookies; an access token that ran out is renewed once and the request sent again. Refreshing is
 * single flight: ten cards that meet a 401 together cause one rotation. Only a refusal by the server signs out;
 * a refresh that could not be sent leaves the session alone.
 */
export function createClient(deps: ClientDeps): Client {
  let refreshing: Promise<SessionStarted> | null = null;

  function refresh(): Promise<SessionStarted> {
    refreshing ??= rotate().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function rotate(): Promise<SessionStarted> {
    try {
      const session = await once<SessionStarted>('POST', '/v1/auth/refresh', {});
      deps.onSession(session);
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) deps.onSignedOut();
      throw error;
    }
  }

  async function once<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const response = await deps
      .fetch(path, initOf(method, options))
      .catch((error: unknown) => Promise.reject(isAbort(error) ? error : unreachable()));
    if (!response.ok) throw await errorFromResponse(response);
    if (response.status === 204) return undefined as T;
    return (await response.json()) as T;
  }

  async function send<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
    try {
      return await once<T>(method, path, options);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401 || isSessionPath(path)) throw error;
      if (error.code === 'session_ended') {
        deps.onSignedOut();
        throw error;
      }
      if (error.code !== 'token_expired' && error.code !== 'unauthenticated') throw error;
      await refresh();
      return once<T>(method, path, options);
    }
  }

  return { send, refresh };
}

/** These answer 401 about the credentials in them, not about an access token. */
function isSessionPath(path: string): boolean {
  return /^\/v1\/auth\/(login|signup|refresh)/.test(path);
}

function initOf(method: string, { body, headers, signal }: RequestOptions): RequestInit {
  const init: RequestInit = { method, credentials: 'same-origin', headers: { ...headers } };
  if (signal) init.signal = signal;
  if (body instanceof FormData) init.body = body;
  else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { 'content-type': 'application/json', ...headers };
  }
  return init;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
