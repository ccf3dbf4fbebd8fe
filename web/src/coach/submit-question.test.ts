import { describe, expect, it } from '@jest/globals';
import { newSubmission, submitQuestion } from './submit-question.ts';

describe('submitQuestion', () => {
  it('sends a question with its key, the same each time it is sent', async () => {
    const sent: unknown[] = [];
    const deps = {
      async send<T>(method: string, path: string, options?: object) {
        sent.push([method, path, options]);
        return { turnId: 't' } as T;
      },
    };
    const submission = newSubmission({ text: 'How was my week?' });
    await expect(submitQuestion(deps, submission)).resolves.toEqual({ turnId: 't' });
    await submitQuestion(deps, submission);
    const once = [
      'POST',
      '/v1/coach/turns',
      { body: { text: 'How was my week?' }, headers: { 'idempotency-key': submission.key } },
    ];
    expect(sent).toEqual([once, once]);
  });

  it('makes keys the service accepts, a new one for each submit', () => {
    const keys = Array.from({ length: 50 }, () => newSubmission({ text: '?' }).key);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  });
});
