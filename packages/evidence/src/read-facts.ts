import type { FactQueryArgs, FactQueryName, FactSheet } from '@evensplit/contracts';
import type { EvidenceDb } from '@evensplit/db';
import { openSubject, type Subject } from './athlete.ts';
import { activity } from './queries/activity.ts';
import { bests } from './queries/bests.ts';
import { compare } from './queries/compare.ts';
import { lastRun } from './queries/last-run.ts';
import { load } from './queries/load.ts';
import { memories } from './queries/memories.ts';
import { missing } from './queries/missing.ts';
import { month } from './queries/month.ts';
import { predictions } from './queries/predictions.ts';
import { readiness } from './queries/readiness.ts';
import { similarRuns } from './queries/similar-runs.ts';
import { today } from './queries/today.ts';
import { trainingPaces } from './queries/training-paces.ts';
import { week, weeks } from './queries/week.ts';
import { zones } from './queries/zones.ts';

type Query<Q extends FactQueryName> = (
  subject: Subject,
  args: FactQueryArgs[Q],
) => Promise<FactSheet>;

const registry: { [Q in FactQueryName]: Query<Q> } = {
  'last-run': lastRun,
  activity,
  week,
  weeks,
  load,
  bests,
  predictions,
  today,
  month,
  compare,
  'similar-runs': similarRuns,
  zones,
  'training-paces': trainingPaces,
  readiness,
  missing,
  memories,
};

/**
 * The fact registry: one athlete and one named question in, a sheet of facts and gaps out. Home, the public API and
 * the coach read nothing else about an athlete's running.
 */
export async function readFacts<Q extends FactQueryName>(
  db: EvidenceDb,
  athleteId: string,
  query: Q,
  args: FactQueryArgs[Q],
  now: Date,
): Promise<FactSheet> {
  const ask = await openFacts(db, athleteId, now);
  return ask(query, args);
}

/** The same for several questions at once: who the athlete is and what day it is for them is looked up only once. */
export async function openFacts(
  db: EvidenceDb,
  athleteId: string,
  now: Date,
  timeZone?: string,
): Promise<<Q extends FactQueryName>(query: Q, args: FactQueryArgs[Q]) => Promise<FactSheet>> {
  const subject = await openSubject(db, athleteId, now, timeZone);
  return (query, args) => registry[query](subject, args);
}
