import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Person } from '../../bench/people.ts';
import { startTurn } from '../../bench/start-turn.ts';
import { startModelSim, type ModelSim, type Scenario } from '../../model-sim/start-model-sim.ts';
import type { DrillContext } from '../drill.ts';
import { startStage, type Stage } from '../stage.ts';
import { readTurn, until } from '../turns.ts';

const SHIPPED = 'services/coach/src/main.ts';

/** No number and no claim in it, so the binder and the guardrails let every word pass. */
const PLAIN_TEXT =
  'Keep most of your running easy. Rest when you need it. A calm week is a good week too. ';
const STEADY_TEXT = 'On and on it goes, word by word, at an easy pace. '.repeat(600);

/** What the drills' models say, known beforehand. */
export const said = { plain: PLAIN_TEXT, steady: STEADY_TEXT };

const scenarios: Record<string, Scenario> = {
  plain: () => [{ say: PLAIN_TEXT }],
  /** Minutes of words. */
  steady: () => [{ say: STEADY_TEXT }],
};

export type ModelStage = Stage & { sim: ModelSim };

export type ModelStageOptions = {
  /** `openai,gemini` unless given. */
  order?: string;
  /** The coach's settings besides those about models. */
  env?: Record<string, string>;
  entry?: string;
  scenarios?: Record<string, Scenario>;
  frameMs?: number;
};

/**
 * The product as it is shipped, with its real way to a model: two providers over HTTP, both played by the model sim,
 * and a question says what happens to it. People of this stage have allowed models.
 */
export async function startModelStage(
  context: DrillContext,
  options: ModelStageOptions = {},
): Promise<ModelStage> {
  const sim = await startModelSim({
    scenarios: { ...scenarios, ...options.scenarios },
    pace: { frameMs: options.frameMs ?? 5 },
  });
  context.later(() => sim.close());
  const env = {
    COACH_PROVIDERS: options.order ?? 'openai,gemini',
    COACH_DAILY_TOKENS: '1000000000',
    OPENAI_API_KEY: 'simulated',
    OPENAI_MODEL: 'plain',
    OPENAI_BASE_URL: `${sim.url}/asked/v1`,
    GEMINI_API_KEY: 'simulated',
    GEMINI_MODEL: 'plain',
    GEMINI_BASE_URL: `${sim.url}/asked`,
    ...options.env,
  };
  const stage = await startStage(context, { coach: { entry: options.entry ?? SHIPPED, env } });
  return {
    ...stage,
    sim,
    async people(count) {
      const people = await stage.people(count);
      await consent(stage, people);
      return people;
    },
  };
}

async function consent(stage: Stage, people: Person[]): Promise<void> {
  await withAdmin(stage, (admin) =>
    admin.query(
      `INSERT INTO "Consent" (id, "athleteId", purpose)
       SELECT gen_random_uuid(), id, 'model_processing' FROM unnest($1::uuid[]) AS id`,
      [people.map(({ athleteId }) => athleteId)],
    ),
  );
}

/** The stage's database as its owner sees it, as long as the work takes. */
export async function withAdmin<T>(
  stage: Stage,
  work: (admin: pg.Client) => Promise<T>,
): Promise<T> {
  const admin = new pg.Client({ connectionString: stage.stack.urls.admin });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

const consonants = 'bcdfghjklmnpqrst';

/**
 * A question nobody else asks, so that the calls it caused can be told from all others. The mark has no digits, which an
 * answer might repeat, and no vowels, because four random letters can be a cry for help.
 */
export function wishFor(wish: string): string {
  const mark = Array.from(randomUUID().replaceAll('-', ''), (digit) =>
    consonants.charAt(Number.parseInt(digit, 16)),
  );
  return `How should I go on? (sim: ${wish}) ${mark.join('')}`;
}

/** What a process makes once it has made after its first answer; only then do durations mean anything. */
export async function warmUp(stage: ModelStage, url: string): Promise<void> {
  const people = await stage.people(10);
  await Promise.all(
    people.map(async (person) => {
      const turnId = await startTurn(url, person, wishFor('honest then plain'));
      const over = async () => (await readTurn(url, person, turnId)).status !== 'running';
      await until('a first answer', over, 20_000);
    }),
  );
}
