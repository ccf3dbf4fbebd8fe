import { describe, expect, it } from '@jest/globals';
import { checkAnswer, type Seen } from './check-answer.ts';

const options = { signUp: 'open', passwordMinLength: 15, passwordMaxLength: 128 };
const good: Seen = { method: 'GET', path: '/v1/auth/options?x=1', status: 200, body: options };

function refusal(code: string) {
  return { error: { code, message: 'No.', requestId: 'r-12345678' } };
}

describe('checkAnswer', () => {
  it('lets through what the document says', () => {
    expect(() => checkAnswer(good)).not.toThrow();
    expect(() => checkAnswer({ ...good, status: 503, body: refusal('overloaded') })).not.toThrow();
  });

  it.each([
    ['a status of its own', { ...good, status: 418, body: {} }],
    ['a field that is missing', { ...good, body: { ...options, signUp: undefined } }],
    ['a field too many', { ...good, body: { ...options, secret: 1 } }],
    ['an error code that is not listed', { ...good, status: 404, body: refusal('not_found') }],
    ['an error code with another status', { ...good, status: 500, body: refusal('overloaded') }],
    ['an error of another shape', { ...good, status: 500, body: { message: 'Oh.' } }],
  ])('refuses %s', (_what, seen) => {
    expect(() => checkAnswer(seen)).toThrow(seen.path);
  });

  it('does not judge an address of no route', () => {
    expect(() =>
      checkAnswer({ ...good, path: '/v1/nowhere', status: 404, body: {} }),
    ).not.toThrow();
  });
});
