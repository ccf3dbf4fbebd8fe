import { startModelSim, type ModelSim, type Scenario } from '@evensplit/scripts/model-sim';
import { randomUUID } from 'node:crypto';
import type { Overrides } from '../src/deps.ts';
import type { Env } from '../src/env.ts';
import { fastTimings } from '../test/sim-providers.ts';
import { ask, getTurn, readSse } from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';

export type Athlete = Awaited<ReturnType<Stage['athlete']>>;

/** A Friday noon in Berlin. */
const NOW = new Date('2026-11-20T11:00:00Z');

type Provider = 'openai' | 'gemini';

/** A coach with a model behind it: the model sim over HTTP, by the name of a fault or a character per provider. */
export async function setModelStage(scenarios: Record<string, Scenario> = {}) {
  const stage = await setStage(() => NOW);
  const sim = await startModelSim({ pace: { frameMs: 0, commentMs: 20 }, scenarios });

  function replica(
    at: Partial<Record<Provider, string>>,
    env: Partial<Env> = {},
    overrides: Overrides = {},
  ): Promise<Replica> {
    const { openai, gemini } = at;
    return stage.replica({
      providerTimings: fastTimings,
      ...overrides,
      env: {
        COACH_PROVIDERS: [
          ...(openai === undefined ? [] : (['openai'] as const)),
          ...(gemini === undefined ? [] : (['gemini'] as const)),
        ],
        OPENAI_API_KEY: 'test-key',
        OPENAI_MODEL: 'sim-model',
        OPENAI_BASE_URL: `${sim.url}/${openai ?? 'ok'}/v1`,
        GEMINI_API_KEY: 'test-key',
        GEMINI_MODEL: 'sim-model',
        GEMINI_BASE_URL: `${sim.url}/${gemini ?? 'ok'}`,
        ...env,
      },
    });
  }

  async function agree(athleteId: string): Promise<void> {
    await stage.sql(
      `INSERT INTO "Consent" (id, "athleteId", purpose) VALUES ($1, $2, 'model_processing')`,
      [randomUUID(), athleteId],
    );
  }

  /** Somebody with runs, who agreed unless told otherwise. */
  async function runner(options: { consent?: boolean; runs?: Run[] } = {}): Promise<Athlete> {
    const athlete = await stage.athlete();
    for (const [part, run] of (options.runs ?? usualRuns).entries()) {
      await addRun(stage, athlete.id, run, part);
    }
    if (options.consent !== false) await agree(athlete.id);
    return athlete;
  }

  return {
    stage,
    sim,
    replica,
    agree,
    runner,
    addRun: (athleteId: string, run: Run, part: number) => addRun(stage, athleteId, run, part),
    close: () => closeBoth(stage, sim),
  };
}

export type ModelStage = Awaited<ReturnType<typeof setModelStage>>;

async function closeBoth(stage: Stage, sim: ModelSim): Promise<void> {
  await stage.close();
  await sim.close();
}

/** Asks and waits for the end; every event that was heard, and the row afterwards. */
export async function answerOf(
  one: Replica,
  who: Athlete,
  question: string,
  conversationId?: string,
) {
  const started = await ask(one.url, who, question, conversationId ? { conversationId } : {});
  const { events } = await readSse(one.url, who, started.turnId);
  const turn = await getTurn(one.url, who, started.turnId);
  return { ...turn, events, plain: turn.text.replaceAll(/\[([^\]]*)\]\(#fact:[^)]+\)/g, '$1') };
}

type Run = { day: string; kind: string; metres: number; name?: string; lane?: string };

const usualRuns: Run[] = [
  { day: '2026-11-17', kind: 'interval', metres: 10_000 },
  { day: '2026-11-15', kind: 'long', metres: 18_000 },
];

async function addRun(stage: Stage, athleteId: string, run: Run, part: number): Promise<void> {
  const { day, kind, metres, name = 'Run', lane = 'file' } = run;
  const sha = Buffer.alloc(32, 7);
  await stage.sql(
    `INSERT INTO "RawFile" ("athleteId", sha256, bytes, format) VALUES ($1, $2, 1, 'fit') ON CONFLICT DO NOTHING`,
    [athleteId, sha],
  );
  const id = randomUUID();
  await stage.sql(
    `INSERT INTO "Activity" (id, "athleteId", sport, kind, name, "startedAt", "localDate", "timeZone", "elapsedS",
       "movingS", "distanceM", "avgHeartRate", "hasHeartRate", "hasRoute", load, "derivedAt")
     VALUES ($1, $2, 'run', $3, $4, ($5 || 'T06:00:00Z')::timestamptz, $5::date, 'Europe/Berlin', $6, $6, $7,
       155, true, true, 50, now())`,
    [id, athleteId, kind, name, day, metres * 0.3, metres],
  );
  await stage.sql(
    `INSERT INTO "ActivitySource" (id, "activityId", "athleteId", source, lane, format, "fileName", "rawSha256", part, "primary")
     VALUES ($1, $2, $3, 'upload_fit', $4, 'fit', 'a.fit', $5, $6, true)`,
    [randomUUID(), id, athleteId, lane, sha, part],
  );
}
