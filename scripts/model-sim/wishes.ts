import { faultOf, type Fault } from './faults.ts';
import type { SimRequest } from './sim-request.ts';

/** What a question wishes for: the names that stand for faults and for characters are decided by whoever plays them. */
export type Wish = { fault?: Fault; names: string[] };

/**
 * A question that says what is to happen to it, so that one caller meets many faults at once:
 * `… (sim: plain+stall)`, call after call with `(sim: 500 then plain)`, and by protocol with
 * `(sim: openai: never-headers; gemini: plain)`. The last of a row answers every call after it.
 */
export function createWishes(): { next: (request: SimRequest) => Wish | undefined; clear(): void } {
  let seen = new Map<string, number>();
  return {
    next({ protocol, question }) {
      const row = wishesFor(protocol, question);
      if (row === undefined) return undefined;
      const key = `${protocol} ${question}`;
      const place = seen.get(key) ?? 0;
      if (row.length > 1) seen.set(key, place + 1);
      const names = row[Math.min(place, row.length - 1)] ?? [];
      const fault = names.map((name) => faultOf(name)).find((one) => one !== undefined);
      return { ...(fault === undefined ? {} : { fault }), names };
    },
    clear() {
      seen = new Map();
    },
  };
}

function wishesFor(protocol: SimRequest['protocol'], question: string): string[][] | undefined {
  const wish = /\(sim: ([^()]*)\)/.exec(question)?.[1];
  for (const part of wish?.split(';') ?? []) {
    const [, about, row = ''] = /^\s*(?:(openai|gemini):)?(.*)$/.exec(part) ?? [];
    if ((about ?? protocol) !== protocol) continue;
    return row.split(' then ').map((one) => one.split('+').map((name) => name.trim()));
  }
  return undefined;
}
