import type { CoachState } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import type { AllowDeps } from '../model/allow-model.ts';
import { buildContext } from '../model/build-context.ts';
import { estimateTurn } from '../model/estimate-tokens.ts';
import { isReadOnly } from '../when-writable.ts';

export type StateDeps = {
  db: CoachDb;
  clock: Clock;
  modelUse: AllowDeps;
  control: Pick<ControlPoll, 'setting'>;
};

const DAY_MS = 86_400_000;

/** What would be decided about a question that is asked now, without taking anything for it. */
export async function readState(deps: StateDeps, athleteId: string): Promise<CoachState> {
  const state = await whoAnswers(deps, athleteId);
  return isReadOnly(deps.control) ? { ...state, readOnly: true } : state;
}

async function whoAnswers(
  { db, clock, modelUse }: StateDeps,
  athleteId: string,
): Promise<CoachState> {
  const { switches, dailyTokens } = modelUse;
  if (!switches.isConfigured()) return { model: 'not_configured', resetsAt: null };
  const now = clock();
  const { may, context } = await buildContext(db, { athleteId, text: '' }, now);
  if (may !== 'be_sent') return { model: 'no_consent', resetsAt: null };
  const open = switches.open();
  if (open.length === 0) return { model: 'switched_off', resetsAt: null };
  const maxOutputTokens = Math.max(...open.map((line) => line.maxOutputTokens));
  const day = new Date(now.toISOString().slice(0, 10));
  const usage = await db.usage.findUnique({ where: { athleteId_day: { athleteId, day } } });
  const taken = (usage?.used ?? 0) + (usage?.reserved ?? 0);
  if (taken + estimateTurn({ ...context, maxOutputTokens }) <= dailyTokens) {
    return { model: 'asked', resetsAt: null };
  }
  return { model: 'budget_spent', resetsAt: new Date(day.getTime() + DAY_MS).toISOString() };
}
