import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import request from 'supertest';
import { createSessionCookies, type SessionCookies } from './cookies.ts';

async function setCookieOf(cookies: SessionCookies, act: 'set' | 'clear') {
  const server = createServer((_req, res) => {
    if (act === 'clear') cookies.clear(res);
    else cookies.set(res, { access: 'a.b.c', refresh: 'r', maxAgeS: 60 });
    res.end();
  });
  const res = await request(server).get('/');
  return res.headers['set-cookie'];
}

describe('session cookies', () => {
  it('are tied to the host over TLS', async () => {
    const cookies = createSessionCookies('https://run.example.org');
    expect(await setCookieOf(cookies, 'set')).toEqual([
      '__Host-es_at=a.b.c; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-es_rt=r; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
    expect(cookies.readRefresh({ cookie: 'es_rt=plain; __Host-es_rt=tied' })).toBe('tied');
  });

  it('lose the prefix and Secure on a plain-http installation', async () => {
    const cookies = createSessionCookies('http://192.168.1.5:8080');
    expect(await setCookieOf(cookies, 'set')).toEqual([
      'es_at=a.b.c; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
      'es_rt=r; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
    ]);
    expect(cookies.readAccess({ cookie: 'es_at=plain' })).toBe('plain');
    expect(cookies.readAccess({})).toBeUndefined();
  });

  it('are cleared with the same attributes, or the browser would keep them', async () => {
    const cleared = await setCookieOf(createSessionCookies('https://run.example.org'), 'clear');
    expect(cleared).toEqual([
      '__Host-es_at=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-es_rt=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });
});
