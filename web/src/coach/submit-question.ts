import type { AskCoach, TurnAccepted } from '@evensplit/contracts';
import type { Client } from '../api/create-client.ts';
import { ApiError, isPassing } from '../api/api-error.ts';

/** A restart is over in a moment; whoever waits longer should be told why. */
const ATTEMPTS = 2;

/** One submit of one question; sending it again with the same key can never ask twice. */
export type Submission = { key: string; body: AskCoach };

/** `crypto.randomUUID` exists on https pages only; an installation in a home network may have none. */
export function newSubmission(body: AskCoach): Submission {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  const key = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { key, body };
}

export async function submitQuestion(
  deps: { send: Client['send']; wait: (ms: number) => Promise<void> },
  { key, body }: Submission,
): Promise<TurnAccepted> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.send<TurnAccepted>('POST', '/v1/coach/turns', {
        body,
        headers: { 'idempotency-key': key },
      });
    } catch (error) {
      if (!isPassing(error) || attempt >= ATTEMPTS) throw error;
      const asked = error instanceof ApiError ? error.retryAfterS : null;
      await deps.wait(asked === null ? 500 * 2 ** attempt : asked * 1000);
    }
  }
}
