import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serveInside } from '@evensplit/platform/http/serve-inside';
import { watchForBugs } from '@evensplit/platform/shutdown';
import { createDeps } from '../src/deps.ts';
import { readEnv } from '../src/env.ts';
import { startService } from '../src/start-service.ts';
import { productTimings } from '../src/timings.ts';
import type { Responder } from '../src/turns/responder.ts';

/**
 * The coach as it is shipped, but answered by somebody who counts aloud at a steady pace until told to stop, for
 * drills and load tests: every word is known beforehand, so one that is lost, doubled or somebody else's shows.
 * The question says how: "Say 200 words, one every 100 ms", at most 4,000. "Timed words" are the moments at which they
 * are said, "long words" fill the answer. The product has no such switch.
 */
const ticking: Responder = {
  writer: 'baseline',
  async *respond(question, signal) {
    const { words, everyMs, wordOf } = readOrder(question.text);
    const startedAt = performance.now();
    for (let index = 0; index < words; index += 1) {
      const early = startedAt + index * everyMs - performance.now();
      if (early > 0) await sleep(early, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      yield { type: 'text', text: wordOf(question.turnId, index) };
    }
    yield { type: 'end' };
  },
};

type WordOf = (turnId: string, index: number) => string;

/** Characters of one, two, three and four bytes: where a frame or an event is cut must not matter. */
const numbered: WordOf = (turnId, index) => `${turnId.slice(-4)}·${index}…🏃 `;
const kinds: Record<string, WordOf> = {
  numbered,
  timed: () => `${(performance.timeOrigin + performance.now()).toFixed(1)} `,
  long: (turnId, index) => `${numbered(turnId, index)}stretched `,
};

function readOrder(text: string) {
  const found = /Say (\d+) (?:(\w+) )?words, one every (\d+) ms/.exec(text);
  return {
    words: Math.min(Number(found?.[1] ?? 200), 4000),
    wordOf: kinds[found?.[2] ?? 'numbered'] ?? numbered,
    everyMs: Number(found?.[3] ?? 100),
  };
}

/** Ten thousand turns cannot all be started on one small machine before the first of them would have to end. */
const { values } = parseArgs({ options: { 'turn-s': { type: 'string', default: '120' } } });
const timings = { ...productTimings, turn: Number(values['turn-s']) * 1000 };

const env = readEnv();
await using deps = await createDeps(env, { timings, responders: () => [ticking] });
watchForBugs({ log: deps.log, count: (kind) => deps.metrics.countUnhandled(kind) });
await using service = await startService(deps, env.PORT);
await using inside = await serveInside(deps, env.METRICS_PORT);
console.log(JSON.stringify({ port: service.port, metricsPort: inside.port }));
// A drill that asks what is left over wants to see no garbage: on this signal it is collected, and its room given back.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as NodeJS.GCFunction;
process.on('SIGUSR2', () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }));
await new Promise((resolve) => {
  process.once('SIGTERM', resolve);
  process.once('SIGINT', resolve);
});
