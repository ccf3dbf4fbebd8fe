import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Samples } from '../latency.ts';
import { keepStream, type KeptStream } from '../keep-stream.ts';
import { logIn } from '../log-in.ts';
import type { Person } from '../people.ts';
import { postTurn, startTurn } from '../start-turn.ts';

/** How many times each status came; 0 stands for a request that got no answer. */
export type Statuses = Record<string, number>;

/** What the coach's own clients have seen since they were last asked. */
export type Told = { openStreams: number; sent: number; asked: Statuses; streams: Statuses };

export type Storm = {
  url: string;
  emails: string[];
  password: string;
  times: number;
  everyMs: number;
};

export type Pressure = ReturnType<typeof createPressure>;

/** Above the gateway's 15 s for headers: what is given up is given up by the product, not by us. */
const PATIENCE_MS = 20_000;

/** Everybody who wants something of the coach, and those who all sign in at once. Runs beside whoever measures. */
export function createPressure() {
  let kept: KeptStream[] = [];
  let asking: NodeJS.Timeout | undefined;
  let sent = 0;
  let asked: Statuses = {};
  let streams: Statuses = {};
  const countStream = (status: number) => count(streams, status);
  const openStreams = () => kept.filter((stream) => stream.isOpen()).length;

  async function ask(url: string, person: Person, index: number): Promise<void> {
    const get = async (path: string) => {
      const answer = await fetch(new URL(path, url), {
        headers: { cookie: person.cookie },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const kinds = [
      async () => (await postTurn(url, person, 'How was my week?', randomUUID())).status,
      () => get('/v1/coach/conversations'),
      () => get(`/v1/coach/turns/${randomUUID()}`),
      () => get('/v1/coach/suggestions'),
    ];
    const kind = kinds[index % kinds.length];
    sent += 1;
    count(asked, (await kind?.().catch(() => 0)) ?? 0);
  }

  return {
    /** Two turns for each person, the most an athlete may have, and a stream on every one that really streams. */
    async openTurns({ url, people, count: wanted }: Crowd & { count: number }): Promise<number> {
      const places = Array.from({ length: wanted }, (_, index) => people[index % people.length]);
      const worker = async () => {
        for (let person = places.pop(); person; person = places.pop()) {
          const turnId = await startTurn(url, person, 'How was my week?');
          const stream = keepStream(url, person, turnId, countStream);
          kept.push(stream);
          await stream.first;
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      return openStreams();
    },

    /** One turn that keeps its event loop busy (services/coach/bench/stalled-responder.ts). */
    async compute({ url, people: [person] }: Crowd): Promise<void> {
      if (person) await startTurn(url, person, 'Please compute my week.');
    },

    /** Clients that were cut off before this page of theirs was loaded: they know a turn and want its events. */
    async follow({ url, people, count: wanted }: Crowd & { count: number }): Promise<void> {
      for (let index = 0; index < wanted; index++) {
        const person = people[index % people.length];
        if (person) kept.push(keepStream(url, person, randomUUID(), countStream));
      }
    },

    /** Questions, lists and single turns in turn, on time whether earlier ones are answered or not. */
    async ask({ url, people, perSecond }: Crowd & { perSecond: number }): Promise<void> {
      let index = 0;
      asking = setInterval(() => {
        const person = people[index % people.length];
        if (person) void ask(url, person, index);
        index += 1;
      }, 1000 / perSecond);
    },

    async tell(): Promise<Told> {
      const told = { openStreams: openStreams(), sent, asked, streams };
      sent = 0;
      asked = {};
      streams = {};
      return told;
    },

    async quiet(): Promise<void> {
      clearInterval(asking);
      for (const stream of kept) stream.leave();
      kept = [];
    },

    /** Everybody signs in at the same moment, several times over; the refused are counted, not asked to come back. */
    async storm({
      url,
      emails,
      password,
      times,
      everyMs,
    }: Storm): Promise<Samples & { answers: Statuses }> {
      const seen: number[] = [];
      const answers: Statuses = {};
      const startedAt = performance.now();
      for (let time = 0; time < times; time++) {
        const early = startedAt + time * everyMs - performance.now();
        if (early > 0) await sleep(early);
        await Promise.all(
          emails.map(async (email) => {
            const dueAt = performance.now();
            const status = await logIn(url, email, password, PATIENCE_MS);
            count(answers, status);
            if (status === 200) seen.push(performance.now() - dueAt);
          }),
        );
      }
      return { times: seen, failed: emails.length * times - seen.length, answers };
    },
  };
}

type Crowd = { url: string; people: Person[] };

function count(into: Statuses, status: number): void {
  into[status] = (into[status] ?? 0) + 1;
}
