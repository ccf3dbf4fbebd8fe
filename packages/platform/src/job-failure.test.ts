import { describe, expect, it } from '@jest/globals';
import { JobFailure, judgeFailure, nextTryMs } from './job-failure.ts';
import { DeferError, GiveUpError, retryDelayMs } from './job-queue.ts';

const HOUR_MS = 3_600_000;

describe('retries', () => {
  it('wait 5 s, 25 s, 125 s and then 10 min', () => {
    const delays = [1, 2, 3, 4, 5].map((attempts) => retryDelayMs(attempts, () => 0));
    expect(delays).toEqual([5000, 25_000, 125_000, 600_000, 600_000]);
  });

  it('are spread by up to a fifth', () => {
    expect(retryDelayMs(1, () => 1)).toBe(6000);
  });
});

describe('a failure', () => {
  it('is retried, deferred for as long as it asks, or final', () => {
    const fails = judgeFailure(new Error('no answer'), 0);
    expect([fails.verdict, nextTryMs(1, fails) >= 5000]).toEqual(['retry', true]);
    const deferred = judgeFailure(new DeferError(90_000), 0);
    expect([deferred.verdict, nextTryMs(4, deferred)]).toEqual(['deferred', 90_000]);
    const final = judgeFailure(new GiveUpError('not a run'), 0);
    expect([final.verdict, nextTryMs(1, final)]).toEqual(['given_up', -1]);
  });

  it('is never deferred by no time, which Bull would take for an immediate retry without end', () => {
    expect(nextTryMs(1, judgeFailure(new DeferError(0), 0))).toBe(1);
  });

  it('is final when a job has been deferred for a day', () => {
    expect(judgeFailure(new DeferError(1000), 23 * HOUR_MS).verdict).toBe('deferred');
    expect(judgeFailure(new DeferError(1000), 24 * HOUR_MS).verdict).toBe('given_up');
  });

  it('is remembered without secrets and without what hangs on the error', () => {
    const error = Object.assign(new TypeError('GET /cb?code=canary-123456 failed'), {
      response: { headers: { authorization: 'canary-123456' } },
    });
    const failure = new JobFailure(error, 'retry');
    const remembered = JSON.stringify([failure.name, failure.message, failure.stack, failure]);
    expect(remembered).not.toContain('canary');
    expect(failure.name).toBe('TypeError');
  });
});
