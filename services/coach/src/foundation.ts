import { createCoachDb, readControl, type CoachDb } from '@evensplit/db';
import { startControlPoll, type ControlPoll } from '@evensplit/platform/auth/control-poll';
import { systemClock, type Clock } from '@evensplit/platform/clock';
import { createLog, partLog, type Log } from '@evensplit/platform/log';
import { createMetrics, type Metrics } from '@evensplit/platform/metrics';
import { productBriefingTimings, type BriefingTimings } from './briefing/briefing-timings.ts';
import type { BriefingModels } from './briefing/speak-draft.ts';
import { startBriefings, type Briefings } from './briefing/start-briefings.ts';
import type { Env } from './env.ts';
import { createProviders } from './model/create-providers.ts';
import { modelLines, type ModelLine } from './model/model-line.ts';
import { createModelMetrics, type ModelMetrics } from './model/model-metrics.ts';
import { readSwitches } from './model/model-switches.ts';
import { createPermits } from './model/permits.ts';
import { productProviderTimings, type ProviderTimings } from './providers/provider-timings.ts';

/** What a process of the coach stands on, whichever of its two jobs it does. */
export type Foundation = AsyncDisposable & {
  log: Log;
  clock: Clock;
  db: CoachDb;
  control: ControlPoll;
  metrics: Metrics & ModelMetrics;
  /** With one breaker per provider, so that answers and briefings learn from each other. */
  lines: readonly ModelLine[];
  models: BriefingModels;
};

/** What a test or a benchmark may replace; the product replaces nothing. */
export type FoundationOverrides = {
  db?: CoachDb;
  briefingTimings?: BriefingTimings;
  providerTimings?: ProviderTimings;
  log?: Log;
  clock?: Clock;
};

export async function layFoundation(env: Env, given: FoundationOverrides): Promise<Foundation> {
  const clock = given.clock ?? systemClock;
  const log =
    given.log ?? createLog({ service: 'coach', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const db =
    given.db ??
    createCoachDb({
      url: env.DATABASE_URL,
      poolSize: env.DB_POOL,
      applicationName: 'evensplit-coach',
    });
  const processMetrics = createMetrics('coach');
  const metrics = { ...processMetrics, ...createModelMetrics(processMetrics.registry) };
  const control = await startControlPoll({
    log: partLog(log, 'control'),
    read: () => readControl(db),
  });
  const timings = given.providerTimings ?? productProviderTimings;
  const lines = modelLines(createProviders(env, timings));
  const switches = readSwitches(control, lines);
  const modelLog = partLog(log, 'models');
  const permits = createPermits({ db, switches, log: modelLog });
  return {
    log,
    clock,
    db,
    control,
    metrics,
    lines,
    models: {
      db,
      clock,
      metrics,
      timings,
      switches,
      permits,
      random: Math.random,
      log: modelLog,
      dailyTokens: env.COACH_DAILY_TOKENS,
    },
    async [Symbol.asyncDispose]() {
      permits[Symbol.dispose]();
      control.stop();
      await db.$disconnect();
    },
  };
}

export function startBriefingsOn(
  base: Foundation,
  env: Env,
  { briefingTimings = productBriefingTimings }: FoundationOverrides,
): Briefings {
  const deps = { ...base, log: partLog(base.log, 'briefings'), timings: briefingTimings };
  return startBriefings(deps, env.REDIS_QUEUE_URL);
}
