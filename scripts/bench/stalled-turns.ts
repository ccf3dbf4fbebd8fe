import { request, type ClientRequest } from 'node:http';
import type { Person } from './people.ts';
import { startTurn } from './start-turn.ts';

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
      const turnId = await startTurn(baseUrl, person, 'How was my week?');
      streams.push(await openStream(baseUrl, person, turnId));
      open += 1;
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker));
  return {
    open,
    close: () => {
      for (const stream of streams) stream.destroy();
    },
  };
}

/** Resolves once the stream's first byte is there, so that what is counted as open really streams. */
async function openStream(baseUrl: string, person: Person, turnId: string): Promise<ClientRequest> {
  for (let tries = 0; ; tries++) {
    const opened = await tryStream(baseUrl, person, turnId);
    if (typeof opened !== 'number') return opened;
    if (opened !== 503 || tries === 10) throw new Error(`a stream was answered ${opened}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function tryStream(
  baseUrl: string,
  person: Person,
  turnId: string,
): Promise<ClientRequest | number> {
  return new Promise((resolve, reject) => {
    const stream = request(
      new URL(`/v1/coach/turns/${turnId}/events`, baseUrl),
      { headers: { cookie: person.cookie }, agent: false },
      (response) => {
        response.on('error', () => undefined);
        response.resume();
        if (response.statusCode === 200) response.once('data', () => resolve(stream));
        else resolve(response.statusCode ?? 0);
      },
    );
    stream.on('error', reject);
    stream.end();
  });
}
