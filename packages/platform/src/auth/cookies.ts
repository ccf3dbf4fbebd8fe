import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

export type SessionCookies = {
  /**
   * Both cookies live as long as the session may. The access cookie deliberately outlives its token: an expired
   * token is answered with `token_expired` (refresh and go on), a missing one with `unauthenticated` (sign in).
   */
  set(res: ServerResponse, session: { access: string; refresh: string; maxAgeS: number }): void;
  clear(res: ServerResponse): void;
  readAccess(headers: IncomingHttpHeaders): string | undefined;
  readRefresh(headers: IncomingHttpHeaders): string | undefined;
};

/**
 * `__Host-` ties a cookie to this exact host over TLS. Browsers refuse that prefix on plain http, so an
 * installation on a home network, whose PUBLIC_URL is http, gets the plain names.
 */
export function createSessionCookies(publicUrl: string): SessionCookies {
  const secure = new URL(publicUrl).protocol === 'https:';
  const accessName = secure ? '__Host-es_at' : 'es_at';
  const refreshName = secure ? '__Host-es_rt' : 'es_rt';

  function put(res: ServerResponse, name: string, value: string, maxAge: number): void {
    const cookie = {
      name,
      value,
      maxAge,
      httpOnly: true,
      secure,
      sameSite: 'lax',
      path: '/',
    } as const;
    res.appendHeader('Set-Cookie', stringifySetCookie(cookie));
  }

  function read(headers: IncomingHttpHeaders, name: string): string | undefined {
    if (headers.cookie === undefined) return undefined;
    return parseCookie(headers.cookie)[name] || undefined;
  }

  return {
    set(res, session) {
      put(res, accessName, session.access, session.maxAgeS);
      put(res, refreshName, session.refresh, session.maxAgeS);
    },
    clear(res) {
      put(res, accessName, '', 0);
      put(res, refreshName, '', 0);
    },
    readAccess: (headers) => read(headers, accessName),
    readRefresh: (headers) => read(headers, refreshName),
  };
}
