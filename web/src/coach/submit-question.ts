import type { AskCoach, TurnAccepted } from '@evensplit/contracts';
import type { Client } from '../api/create-client.ts';

/** One submit of one question; sending it again with the same key can never ask twice. */
export type Submission = { key: string; body: AskCoach };

/** `crypto.randomUUID` exists on https pages only; an installation in a home network may have none. */
export function newSubmission(body: AskCoach): Submission {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  const key = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { key, body };
}

export function submitQuestion(
  { send }: Pick<Client, 'send'>,
  { key, body }: Submission,
): Promise<TurnAccepted> {
  return send<TurnAccepted>('POST', '/v1/coach/turns', {
    body,
    headers: { 'idempotency-key': key },
  });
}
