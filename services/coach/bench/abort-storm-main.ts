import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createGeminiProvider } from '../src/providers/gemini-provider.ts';
import type { ModelProvider, ModelRequest } from '../src/providers/model-provider.ts';
import { createOpenAiProvider } from '../src/providers/openai-provider.ts';
import { productProviderTimings } from '../src/providers/provider-timings.ts';
import { runAttempt } from '../src/providers/run-attempt.ts';

/**
 * Starts answers at the model sim and stops every one of them at a random moment. It handles no stray rejection on
 * purpose: one that escapes an adapter ends this process, as it would end the service.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    protocol: { type: 'string' },
    aborts: { type: 'string', default: '1000' },
    together: { type: 'string', default: '50' },
  },
});
if (values.url === undefined) throw new Error('--url of a model sim is missing');

const { url, protocol } = values;

/** The model's name is the number of the attempt, by which the sim's record can be compared with ours. */
function providerFor(attempt: number): ModelProvider {
  const common = { apiKey: 'storm', model: String(attempt), tailMs: productProviderTimings.tail };
  return protocol === 'gemini'
    ? createGeminiProvider({ ...common, baseUrl: `${url}/storm` })
    : createOpenAiProvider({
        ...common,
        baseUrl: `${url}/storm/v1`,
        headersMs: productProviderTimings.headers,
      });
}

const request: ModelRequest = {
  system: 'Talk.',
  messages: [{ role: 'user', text: 'Go on.' }],
  tools: [],
  mayCallTools: false,
  maxOutputTokens: 800,
  endUser: 'storm',
  cacheKey: 'storm',
};
const deps = {
  timings: productProviderTimings,
  clock: () => new Date(),
  onAttempt: () => void (attempts += 1),
};
let attempts = 0;
const aborts = Number(values.aborts);
let next = 0;
let done = 0;
/** Instants by number of the attempt, in milliseconds since 1970. */
const abortedAt: number[] = [];
const otherEnds: string[] = [];
let listenersLeft = 0;
let words = 0;
const rss: number[] = [];

async function abortOne(attempt: number): Promise<void> {
  const turn = new AbortController();
  const reason = { kind: 'stop' };
  // From before the request is out, through the headers, into the words.
  const timer = setTimeout(() => {
    abortedAt[attempt] = Date.now();
    turn.abort(reason);
  }, Math.random() * 60);
  try {
    const events = runAttempt(deps, providerFor(attempt), request, turn.signal);
    for await (const event of events) words += event.t === 'text' ? 1 : 0;
    otherEnds.push('an end');
  } catch (error) {
    if (error !== reason) otherEnds.push(String(error));
  }
  clearTimeout(timer);
  listenersLeft += getEventListeners(turn.signal, 'abort').length;
}

async function abortUntilDone(): Promise<void> {
  while (next < aborts) {
    next += 1;
    await abortOne(next);
    done += 1;
    if (done % 1000 === 0) rss.push(settledRss());
  }
}

/** Needs --expose-gc to mean anything. */
function settledRss(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1_048_576;
}

await Promise.all(Array.from({ length: Number(values.together) }, abortUntilDone));
// A stray rejection would surface with the next turns of the loop.
await sleep(200);
rss.push(settledRss());
const half = rss.slice(Math.floor(rss.length / 2));
console.log(
  JSON.stringify({
    attempts,
    otherEnds,
    listenersLeft,
    words,
    abortedAt,
    rssMb: rss.map(Math.round),
    /** What the second half of the storm added, when the process was warm. */
    rssGrowthMb: Math.round((half.at(-1) ?? 0) - (half[0] ?? 0)),
  }),
);
