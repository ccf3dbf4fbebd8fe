import { describe, expect, it } from '@jest/globals';
import { ApiError, unreachable } from '../api/api-error.ts';
import { newSubmission, submitQuestion } from './submit-question.ts';

const accepted = { turnId: 't', conversationId: 'c' };

function scripted(...answers: (ApiError | object)[]) {
  const keys: (string | undefined)[] = [];
  const waits: number[] = [];
  return {
    keys,
    waits,
    send: async <T>(
      _method: string,
      _path: string,
      options?: { headers?: Record<string, string> },
    ) => {
      keys.push(options?.headers?.['idempotency-key']);
      const answer = answers.shift();
      if (answer instanceof ApiError) throw answer;
      return answer as T;
    },
    wait: async (ms: number) => void waits.push(ms),
  };
}

describe('submitQuestion', () => {
  it('sends again with the same key after an outage', async () => {
    const busy = new ApiError('coach_busy', 'busy', { status: 503, retryAfterS: 2 });
    const deps = scripted(busy, accepted);
    const submission = newSubmission({ text: 'How was my week?' });
    await expect(submitQuestion(deps, submission)).resolves.toEqual(accepted);
    expect(deps.keys).toEqual([submission.key, submission.key]);
    expect(deps.waits).toEqual([2000]);
  });

  it('gives up after two tries and does not repeat a refusal', async () => {
    const away = scripted(unreachable(), unreachable(), accepted);
    await expect(submitQuestion(away, newSubmission({ text: '?' }))).rejects.toMatchObject({
      code: 'unreachable',
    });
    const refused = scripted(new ApiError('turn_active', 'busy', { status: 409 }), accepted);
    await expect(submitQuestion(refused, newSubmission({ text: '?' }))).rejects.toMatchObject({
      code: 'turn_active',
    });
    expect(refused.keys).toHaveLength(1);
  });

  it('makes keys the service accepts, a new one for each submit', () => {
    const keys = Array.from({ length: 50 }, () => newSubmission({ text: '?' }).key);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  });
});
