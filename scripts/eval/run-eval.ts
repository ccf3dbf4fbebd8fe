import { loadavg } from 'node:os';
import { honestCharacters, lyingCharacters } from '../model-sim/characters-lying/cast.ts';
import { startModelSim } from '../model-sim/start-model-sim.ts';
import { askEverybody, loreOf, type Player, type Speaker } from './ask-everybody.ts';
import { castAthletes } from './athletes.ts';
import { dealQuestions } from './deal-questions.ts';
import { createDirector, type Director } from './director.ts';
import { askGuardrails, type GuardResult } from './guardrails/ask-guardrails.ts';
import { openHouse, type House } from './house.ts';
import { seatAthletes } from './seat-athletes.ts';
import type { Tally } from './tally.ts';
import { readTruth, type Truth } from './truth.ts';
import {
  judgeUnderstanding,
  type UnderstandingResult,
} from './understanding/judge-understanding.ts';

export type EvalSize = {
  seed: number;
  /** Ids of the cast; everybody when left out. */
  athletes?: readonly string[];
  /** Of each athlete, at least. */
  questions: number;
  /** Names of characters; all when left out. */
  characters?: readonly string[];
  /** Every liar is asked everything; otherwise each question meets every second one. */
  thorough?: boolean;
  /** Of each list of phrases at most; all when left out. */
  phrases?: number;
};

export type EvalResult = {
  athletes: number;
  questions: number;
  seconds: number;
  /** Of the last minute: times from a busy machine say little. */
  loadAverage: number;
  baseline: Tally;
  models: Tally[];
  guardrails: GuardResult;
  understanding: UnderstandingResult;
};

/**
 * The whole evaluation in a house of its own; leaves nothing running, also when `interrupted` rejects.
 */
export async function runEval(
  size: EvalSize,
  say: (line: string) => void,
  interrupted: Promise<never> = new Promise(() => undefined),
): Promise<EvalResult> {
  const house = await openHouse();
  const director = createDirector();
  const sim = await startModelSim({
    pace: { frameMs: 0 },
    scenarios: { played: director.scenario },
  });
  try {
    return await Promise.race([
      evaluate(size, say, { house, director, simUrl: sim.url }),
      interrupted,
    ]);
  } finally {
    await sim.close();
    await house.close();
  }
}

type Stage = { house: House; director: Director; simUrl: string };

async function evaluate(
  size: EvalSize,
  say: (line: string) => void,
  { house, director, simUrl }: Stage,
): Promise<EvalResult> {
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(0)} s`;
  const cast = castAthletes(size.seed).filter(
    ({ id }) => size.athletes === undefined || size.athletes.includes(id),
  );
  const seated = await seatAthletes(house, cast);
  const truths: Truth[] = [];
  for (const athlete of seated) truths.push(await readTruth(house, athlete));
  say(`${seated.length} athletes have their runs after ${seconds()}`);
  const players: Player[] = seated.map((athlete, place) => ({
    athlete,
    truth: truths[place] ?? fail(),
    others: truths.filter((_, other) => other !== place),
    lore: loreOf(seated, truths, place),
    conversations: dealQuestions(size.seed, place, size.questions),
  }));
  const asking = { house, director };

  const alone = await house.startCoach({});
  const [baseline] = await askEverybody({ ...asking, coachOf: () => alone.url }, players, [
    { name: 'baseline' },
  ]);
  await alone.stop();
  say(`the baseline has answered after ${seconds()}`);

  const coaches = await Promise.all([
    house.startCoach({
      COACH_PROVIDERS: 'openai',
      OPENAI_API_KEY: 'simulated',
      OPENAI_MODEL: 'played',
      OPENAI_BASE_URL: `${simUrl}/v1`,
    }),
    house.startCoach({
      COACH_PROVIDERS: 'gemini',
      GEMINI_API_KEY: 'simulated',
      GEMINI_MODEL: 'played',
      GEMINI_BASE_URL: simUrl,
    }),
  ]);
  const speakers: Speaker[] = Object.entries({ ...honestCharacters, ...lyingCharacters })
    .filter(([name]) => size.characters === undefined || size.characters.includes(name))
    .map(([name, character]) => ({
      name,
      character,
      inTurn: size.thorough !== true && Object.hasOwn(lyingCharacters, name),
    }));
  const coachOf = (player: number, speaker: number) =>
    coaches[(player + speaker) % coaches.length]?.url ?? fail();
  const models = await askEverybody({ ...asking, coachOf }, players, speakers);
  say(`${speakers.length} characters have answered after ${seconds()}`);
  const guardrails = await askGuardrails(
    { house, director, url: coaches[0]?.url ?? fail() },
    size.phrases ?? Number.POSITIVE_INFINITY,
  );
  say(`the guardrails have been tried after ${seconds()}`);
  return {
    athletes: players.length,
    seconds: (performance.now() - startedAt) / 1000,
    loadAverage: loadavg()[0] ?? 0,
    guardrails,
    understanding: judgeUnderstanding(),
    questions: players.reduce(
      (sum, { conversations }) =>
        sum + conversations.reduce((all, { questions }) => all + questions.length, 0),
      0,
    ),
    baseline: baseline ?? fail(),
    models,
  };
}

function fail(): never {
  throw new Error('the evaluation lost count');
}
