import { randomUUID } from 'node:crypto';
import type { TurnAccepted } from '@evensplit/contracts';
import type { Person } from './people.ts';

/** Asks, and asks again when told to come back: many starts at once are refused by a service that protects itself. */
export async function startTurn(baseUrl: string, person: Person, text: string): Promise<string> {
  const key = randomUUID();
  for (let tries = 0; ; tries++) {
    const answer = await postTurn(baseUrl, person, text, key);
    if (answer.turnId !== undefined) return answer.turnId;
    if (answer.status !== 503 || tries === 20)
      throw new Error(`a turn was answered ${answer.status}: ${answer.body}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

export async function postTurn(
  baseUrl: string,
  person: Person,
  text: string,
  key: string,
): Promise<{ status: number; body: string; turnId?: string }> {
  const answer = await fetch(new URL('/v1/coach/turns', baseUrl), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: person.cookie,
      'idempotency-key': key,
    },
    body: JSON.stringify({ text }),
  });
  const body = await answer.text();
  const { status } = answer;
  if (status !== 202 && status !== 200) return { status, body };
  return { status, body, turnId: (JSON.parse(body) as TurnAccepted).turnId };
}
