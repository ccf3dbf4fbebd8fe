import { randomUUID } from 'node:crypto';
import { request, type ClientRequest } from 'node:http';
import type { TurnAccepted } from '@evensplit/contracts';
import type { Person } from './people.ts';

export type StalledTurns = { open: number; close: () => void };

/**
 * Starts two turns for each person (the most an athlete may have) and opens an event stream on every one. The coach
 * behind it has a responder that says a sentence and then nothing, so all of them stay open until their deadline.
 */
export async function openStalledTurns(
  baseUrl: string,
  people: Person[],
  count: number,
): Promise<StalledTurns> {
  const streams: ClientRequest[] = [];
  let open = 0;
  const places = Array.from({ length: count }, (_, index) => people[index % people.length]);
  let next = 0;
  async function worker(): Promise<void> {
    while (next < places.length) {
      const person = places[next++];
      if (!person) return;
      const turnId = await startTurn(baseUrl, person);
      streams.push(await openStream(baseUrl, person, turnId));
      open += 1;
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker));
  return {
    open,
    close: () => {
      for (const stream of streams) stream.destroy();
    },
  };
}

async function startTurn(baseUrl: string, person: Person): Promise<string> {
  const answer = await fetch(new URL('/v1/coach/turns', baseUrl), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: person.cookie,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ text: 'How was my week?' }),
  });
  if (answer.status !== 202)
    throw new Error(`a turn was answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as TurnAccepted).turnId;
}

/** Resolves with the first byte, so that what is counted as open really streams. */
function openStream(baseUrl: string, person: Person, turnId: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const stream = request(
      new URL(`/v1/coach/turns/${turnId}/events`, baseUrl),
      { headers: { cookie: person.cookie }, agent: false },
      (response) => {
        response.on('error', () => undefined);
        response.once('data', () => resolve(stream));
        response.resume();
        if (response.statusCode !== 200)
          reject(new Error(`a stream was answered ${response.statusCode}`));
      },
    );
    stream.once('error', reject);
    stream.end();
  });
}
