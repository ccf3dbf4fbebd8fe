import type { CoachDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import type { Log } from '@evensplit/platform/log';
import type { ProviderTimings } from '../providers/provider-timings.ts';
import type { TurnQuestion } from '../turns/responder.ts';
import type { ModelMetrics } from './model-metrics.ts';
import type { ModelSwitches } from './model-switches.ts';
import type { Permits } from './permits.ts';

export type ModelDeps = {
  db: CoachDb;
  clock: Clock;
  timings: ProviderTimings;
  metrics: ModelMetrics;
  switches: ModelSwitches;
  permits: Pick<Permits, 'hold'>;
  random: () => number;
  log: Log;
};

/** What of a question matters behind its context. */
export type ModelQuestion = Pick<
  TurnQuestion,
  'athleteId' | 'text' | 'deadline' | 'account' | 'lookups'
> & {
  /** How often the model may look things up; as often as in any turn when this is absent. */
  toolSteps?: number;
};
