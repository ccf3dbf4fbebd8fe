import pg from 'pg';
import { listen } from '../../drills/listen.ts';
import { within } from '../../drills/turns.ts';
import { inRounds, startModelSim, type Scenario } from '../../model-sim/start-model-sim.ts';
import { startService } from '../../stack/start-service.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { latencyOf, type Latency } from '../latency.ts';
import { makePeople, type Person } from '../people.ts';
import { atMost, type Bar } from '../report.ts';
import { startTurn } from '../start-turn.ts';
import { hearProvider, type Heard, type Protocol } from './hear-provider.ts';

export type Part = { bars: Bar[]; figures: Record<string, unknown> };

const SAMPLES = 60;
const WARM_UP = 12;
/** Specified: of everything that is ours, over the fake provider asked directly. */
const ADDED_MS = 250;
/** Specified: first words after the provider's. */
const BEHIND_MS = 300;
/** Five characters every so many milliseconds: about fifty tokens a second, as a quick hosted model speaks. */
const FRAME_MS = 20;

const ANSWER = 'Your training has been steady lately, and an easy run suits the rest of this week.';
const question = 'How has my training been?';

/** One after the other in the same seconds, so that a busy moment of the machine meets all of them. */
const ways = ['provider', 'port', 'gateway'] as const;
type Way = (typeof ways)[number];

/**
 * The time to the first word of a model's answer: asked at the fake provider itself, and through the coach as it is
 * shipped (adapter, tools, binder, screening, log, stream), from its port and through the gateway.
 */
export async function timeFirstWords(stack: Stack): Promise<Part> {
  const people = await peopleWhoAgreed(stack, 40);
  /** When the sim began to say its last answer: it writes the first words in the same breath. */
  const spoken = { at: 0 };
  const answers =
    (scenario: Scenario): Scenario =>
    (request) => {
      spoken.at = performance.now();
      return scenario(request);
    };
  await using sim = await startModelSim({
    pace: { frameMs: FRAME_MS },
    scenarios: {
      plain: answers(() => [{ say: ANSWER }]),
      looking: answers(inRounds([{ call: 'last-run', args: {} }], [{ say: ANSWER }])),
    },
  });
  const bars: Bar[] = [];
  const figures: Record<string, unknown> = {};
  for (const protocol of ['openai', 'gemini'] as const) {
    const env = { ...stack.envs.coach, ...settings(protocol, sim.url) };
    const asking = { stack, people, protocol, simUrl: sim.url, spoken };
    await replaceCoach(stack, { ...env, ...model(protocol, 'plain') });
    const plain = await timeWays(asking);
    await replaceCoach(stack, { ...env, ...model(protocol, 'looking') });
    const behind = await timeBehind(asking);
    bars.push(
      atMost(`${protocol}: added to the first word, p95 ms`, plain.added.p95, ADDED_MS),
      atMost(`${protocol}: first word behind the provider’s, p95 ms`, behind.p95, BEHIND_MS),
    );
    figures[protocol] = { ...plain, behindAfterLooking: behind };
  }
  return { bars, figures: { firstWords: { samples: SAMPLES, frameMs: FRAME_MS, ...figures } } };
}

type Asking = {
  stack: Stack;
  people: Person[];
  protocol: Protocol;
  simUrl: string;
  spoken: { at: number };
};

async function timeWays(asking: Asking) {
  const { stack, people, protocol, simUrl, spoken } = asking;
  const first: Record<Way, number[]> = { provider: [], port: [], gateway: [] };
  const rates: Record<Way, number[]> = { provider: [], port: [], gateway: [] };
  const added: number[] = [];
  const behind: number[] = [];
  const urls = { port: `http://127.0.0.1:${stack.services.coach.port}`, gateway: stack.url };
  for (let index = -WARM_UP; index < SAMPLES; index += 1) {
    const person = personAt(people, index + WARM_UP);
    const heard: Partial<Record<Way, Heard>> = {};
    for (const way of ways) {
      const told =
        way === 'provider'
          ? await hearProvider(protocol, simUrl, 'plain', question)
          : await hearCoach(stack, urls[way], person, question);
      requireWriter(told, protocol);
      heard[way] = told;
      if (index < 0) continue;
      first[way].push(told.firstMs);
      rates[way].push(tokensPerSecond(told));
      if (way === 'gateway') behind.push(told.firstAt - spoken.at);
    }
    const { provider, gateway } = heard;
    if (index >= 0 && provider && gateway) added.push(gateway.firstMs - provider.firstMs);
  }
  const shown = Object.fromEntries(ways.map((way) => [way, latencyOf(first[way])]));
  const tokens = Object.fromEntries(ways.map((way) => [way, latencyOf(rates[way]).p50]));
  for (const way of ways)
    console.log(`${protocol} first word, ${way}: ${tell(latencyOf(first[way]))}`);
  console.log(`${protocol} added by everything of ours: ${tell(latencyOf(added))}`);
  console.log(`${protocol} behind the provider’s first word: ${tell(latencyOf(behind))}`);
  console.log(
    `${protocol} tokens/s: ${ways.map((way) => `${way} ${tokens[way]?.toFixed(0)}`).join(', ')}`,
  );
  return {
    firstWord: shown,
    added: latencyOf(added),
    behind: latencyOf(behind),
    tokensPerSecond: tokens,
  };
}

/** With a look at the facts first, as most answers have: counted from when the provider begins to speak after it. */
async function timeBehind({ stack, people, protocol, spoken }: Asking): Promise<Latency> {
  const behind: number[] = [];
  for (let index = -WARM_UP; index < SAMPLES; index += 1) {
    const person = personAt(people, index + WARM_UP);
    const told = await hearCoach(stack, stack.url, person, question);
    requireWriter(told, protocol);
    if (index >= 0) behind.push(told.firstAt - spoken.at);
  }
  console.log(`${protocol} behind its first word after a look: ${tell(latencyOf(behind))}`);
  return latencyOf(behind);
}

/** From the question to the first word, as a client has it: the turn is started, then its stream is opened. */
export async function hearCoach(
  stack: Stack,
  url: string,
  person: Person,
  text: string,
): Promise<Heard> {
  const startedAt = performance.now();
  const turnId = await startTurn(url, person, text);
  let firstAt = Number.NaN;
  let lastAt = Number.NaN;
  let chars = 0;
  const ended = Promise.withResolvers<string>();
  const line = listen('sse', {
    url,
    origin: stack.url,
    person,
    turnId,
    onEvent({ type, data }) {
      if (type === 'end') ended.resolve(String(data['writer']));
      if (type !== 'delta') return;
      lastAt = performance.now();
      if (Number.isNaN(firstAt)) firstAt = lastAt;
      chars += String(data['d']).length;
    },
  });
  const writer = await within(15_000, 'end of a short turn', ended.promise);
  line.cut();
  if (Number.isNaN(firstAt)) throw new Error('a turn ended without a word');
  return { firstMs: firstAt - startedAt, firstAt, lastAt, chars, writer };
}

/** The baseline would have been quicker, and is not what is measured. */
function requireWriter({ writer }: Heard, protocol: Protocol): void {
  if (writer !== protocol) throw new Error(`${protocol} was to answer, and ${writer} did`);
}

/** A token is about four characters. */
function tokensPerSecond({ firstAt, lastAt, chars }: Heard): number {
  return chars / 4 / Math.max(0.001, (lastAt - firstAt) / 1000);
}

/** Another coach on the same port, where the gateway looks for it. */
export async function replaceCoach(
  stack: Stack,
  env: Record<string, string>,
  entry?: { entry: string; args: string[] },
): Promise<void> {
  const { port, metricsPort } = stack.services.coach;
  await stack.services.coach.stop();
  stack.services.coach = await startService({ name: 'coach', port, metricsPort, env, ...entry });
}

function settings(protocol: Protocol, simUrl: string): Record<string, string> {
  return {
    COACH_PROVIDERS: protocol,
    COACH_DAILY_TOKENS: '1000000000',
    OPENAI_API_KEY: 'simulated',
    OPENAI_BASE_URL: `${simUrl}/v1`,
    GEMINI_API_KEY: 'simulated',
    GEMINI_BASE_URL: simUrl,
  };
}

/** The sim says what its model is called. */
function model(protocol: Protocol, name: string): Record<string, string> {
  return { [protocol === 'openai' ? 'OPENAI_MODEL' : 'GEMINI_MODEL']: name };
}

async function peopleWhoAgreed(stack: Stack, count: number): Promise<Person[]> {
  const people = await makePeople(stack, count);
  const client = new pg.Client({ connectionString: stack.urls.admin });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO "Consent" (id, "athleteId", purpose) SELECT gen_random_uuid(), one, 'model_processing' FROM unnest($1::uuid[]) AS one`,
      [people.map(({ athleteId }) => athleteId)],
    );
  } finally {
    await client.end();
  }
  return people;
}

function personAt(people: Person[], index: number): Person {
  const person = people[index % people.length];
  if (!person) throw new Error('nobody to ask');
  return person;
}

function tell({ p50, p95, p99 }: Latency): string {
  return `p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, p99 ${p99.toFixed(0)} ms`;
}
