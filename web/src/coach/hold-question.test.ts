import { describe, expect, it } from '@jest/globals';
import { ApiError, unreachable } from '../api/api-error.ts';
import { holdOf } from './hold-question.ts';

const refusal = (code: string, status: number, retryAfterS: number | null = null) =>
  new ApiError(code, 'because', { status, retryAfterS });

describe('a question that did not get through', () => {
  it.each([
    ['turn_active', 409, /still being written/],
    ['turn_limit', 429, /Two of your questions/],
    ['rate_limited', 429, /a lot/],
    ['read_only', 503, /no changes/],
    ['coach_busy', 503, /busy/],
    ['service_unavailable', 503, /away/],
    ['no_answer', 502, /away/],
  ])('is kept, with the reason: %s', (code, status, title) => {
    expect(holdOf(refusal(code, status), 1, true)?.title).toMatch(title);
  });

  it('tells being offline from Evensplit being out of reach', () => {
    expect(holdOf(unreachable(), 1, false)?.title).toBe('You are offline.');
    expect(holdOf(unreachable(), 1, true)?.title).toBe('Evensplit cannot be reached.');
  });

  it('is tried ever less often, and never before the server allows it', () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map(
      (tries) => holdOf(refusal('service_unavailable', 503), tries, true)?.againInMs,
    );
    expect(waits).toEqual([3000, 5000, 10_000, 15_000, 30_000, 30_000, 30_000]);
    expect(holdOf(refusal('coach_busy', 503, 20), 1, true)?.againInMs).toBe(20_000);
  });

  it.each([
    ['not_found', 404],
    ['invalid_request', 400],
    ['internal', 500],
  ])('goes back to its writer when it would be refused again: %s', (code, status) => {
    expect(holdOf(refusal(code, status), 1, true)).toBeNull();
  });

  it('goes back to its writer when nobody knows what went wrong', () => {
    expect(holdOf(new TypeError('x is not a function'), 1, true)).toBeNull();
  });
});
