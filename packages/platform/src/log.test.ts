import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { captureLog } from '../test/capture-log.ts';
import { createLog, partLog } from './log.ts';
import { withRequestId } from './request-context.ts';

const CANARY = 'canary-secret-4711';

describe('createLog', () => {
  it('removes secrets by name, however deep, and keeps numbers that count tokens', () => {
    const { log, lines, text } = captureLog();
    log.info(
      {
        headers: { authorization: CANARY, Cookie: CANARY, 'set-cookie': [CANARY] },
        body: { password: CANARY, newPassword: CANARY, client_secret: CANARY, code: CANARY },
        items: [{ refreshToken: CANARY, hash: { access_token: CANARY, code_verifier: CANARY } }],
        promptTokens: 812,
      },
      'hello',
    );
    expect(text()).not.toContain(CANARY);
    expect(lines()[0]).toMatchObject({ promptTokens: 812, service: 'test', msg: 'hello' });
  });

  it('removes secrets by shape from messages, child bindings and errors', () => {
    const { log, text } = captureLog();
    const jwt = `eyJhbGciOiJFZERTQSJ9.${CANARY.replaceAll('-', '')}.sig_${CANARY}`;
    log.info(`got ${jwt} and es_pat_${CANARY}`);
    log.info(`provider said ${JSON.stringify({ refresh_token: CANARY, ok: true })}`);
    log
      .child({
        token: CANARY,
        inner: { password: `"${CANARY}` },
        from: `https://host/cb?code=${CANARY}&x=1`,
      })
      .info('child');
    const error = Object.assign(new Error(`connect redis://user:${CANARY}@host failed`), {
      config: { headers: { authorization: CANARY } },
      code: 'ECONNREFUSED',
      cause: new Error(`Authorization: Bearer ${CANARY}`),
    });
    log.error({ err: error }, 'failed');
    log.error(error);
    expect(text()).not.toContain(CANARY);
    expect(text()).not.toContain(CANARY.replaceAll('-', ''));
    expect(text()).toContain('"errorCode":"ECONNREFUSED"');
  });

  it('survives circular and deep fields', () => {
    const { log, lines } = captureLog();
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    log.info({ loop, bytes: new Uint8Array(4) }, 'odd');
    expect(lines()[0]).toMatchObject({ loop: { self: '[circular]' }, bytes: '[4 bytes]' });
  });

  it('adds the request id of the surrounding request, across awaits, and the part', async () => {
    const { log, lines } = captureLog();
    const auth = partLog(log, 'auth');
    const one = withRequestId('request-1', async () => {
      await sleep(5);
      auth.info('one');
    });
    withRequestId('request-2', () => log.info('two'));
    log.info('outside');
    await one;
    const seen = lines().map((line) => [line['msg'], line['requestId'], line['part']]);
    expect(seen).toEqual([
      ['two', 'request-2', undefined],
      ['outside', undefined, undefined],
      ['one', 'request-1', 'auth'],
    ]);
  });

  it('writes one readable line for people', () => {
    const written: string[] = [];
    const write = (line: string) => void written.push(line);
    const log = createLog({ service: 'core', level: 'info', format: 'line', write });
    withRequestId('request-9', () => partLog(log, 'auth').warn({ tries: 3 }, 'slow down'));
    expect(written[0]).toMatch(
      /^[\d:.]{12} warn {2}core\/auth slow down tries=3 \[req request-9\]\n$/,
    );
  });
});
