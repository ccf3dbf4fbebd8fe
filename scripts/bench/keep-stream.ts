import { request, type ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from './people.ts';

export type KeptStream = {
  /** Resolves at the first byte of the first stream that is given. */
  first: Promise<void>;
  isOpen: () => boolean;
  leave: () => void;
};

/** What a client does (streaming.md, web): back after about a second, then less and less often. */
const BACKOFF_MS = { first: 1000, most: 15_000 } as const;

/**
 * One client that wants the events of a turn and comes back whenever it loses them, until it leaves. `seen` hears the
 * status of every try, 0 for one that got no answer.
 */
export function keepStream(
  baseUrl: string,
  person: Person,
  turnId: string,
  seen: (status: number) => void,
): KeptStream {
  const first = Promise.withResolvers<void>();
  const leaving = new AbortController();
  let open = false;

  async function run(): Promise<void> {
    let wait: number = BACKOFF_MS.first;
    while (!leaving.signal.aborted) {
      const status = await once();
      if (leaving.signal.aborted) return;
      seen(status);
      // Nothing is left to follow.
      if (status === 204 || status === 404) return;
      if (status === 200) wait = BACKOFF_MS.first;
      await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal: leaving.signal });
      wait = Math.min(wait * 2, BACKOFF_MS.most);
    }
  }

  /** One connection, until it ends; resolves with its status. */
  function once(): Promise<number> {
    return new Promise((resolve) => {
      let status = 0;
      const closed = () => {
        open = false;
        resolve(status);
      };
      const stream: ClientRequest = request(
        new URL(`/v1/coach/turns/${turnId}/events`, baseUrl),
        { headers: { cookie: person.cookie }, agent: false, signal: leaving.signal },
        (response) => {
          status = response.statusCode ?? 0;
          if (status === 200)
            response.once('data', () => {
              open = true;
              first.resolve();
            });
          response.on('error', () => undefined);
          response.once('close', closed);
          response.resume();
        },
      );
      stream.on('error', closed);
      stream.end();
    });
  }

  run().catch(() => undefined);
  return { first: first.promise, isOpen: () => open, leave: () => leaving.abort() };
}
