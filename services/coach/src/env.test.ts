import { describe, expect, it } from '@jest/globals';
import { readEnv } from './env.ts';

const needed = {
  PUBLIC_URL: 'http://localhost:8080',
  DATABASE_URL: 'postgres://localhost/evensplit',
  REDIS_CACHE_URL: 'redis://localhost:1',
  REDIS_QUEUE_URL: 'redis://localhost:2',
  AUTH_PUBLIC_JWKS: JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'abc', kid: 'k' }] }),
};

describe('the settings of models', () => {
  it('name nobody unless told to, also when a compose file passes them on empty', () => {
    const empty = { COACH_PROVIDERS: '', OPENAI_API_KEY: '', OPENAI_REASONING: '' };
    for (const source of [needed, { ...needed, ...empty }]) {
      expect(readEnv(source)).toMatchObject({ COACH_PROVIDERS: [], OPENAI_REASONING: false });
    }
  });

  it('keep the order, and want a key and a model for each', () => {
    const asked = { ...needed, COACH_PROVIDERS: 'gemini, openai' };
    const gemini = { GEMINI_API_KEY: 'k', GEMINI_MODEL: 'm' };
    const openai = { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' };
    expect(readEnv({ ...asked, ...gemini, ...openai }).COACH_PROVIDERS).toEqual([
      'gemini',
      'openai',
    ]);
    expect(() => readEnv({ ...asked, ...gemini, OPENAI_API_KEY: 'k' })).toThrow(
      'OPENAI_MODEL is missing: set it, because COACH_PROVIDERS names openai',
    );
  });

  it.each(['someone', 'openai,openai', 'openai;gemini'])('refuse the list %j', (list) => {
    expect(() => readEnv({ ...needed, COACH_PROVIDERS: list })).toThrow(
      /COACH_PROVIDERS: set names out of openai, gemini/,
    );
  });
});
