import type { CoachTx } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import { buildContext } from './build-context.ts';
import { estimateTurn } from './estimate-tokens.ts';
import type { ModelSwitches } from './model-switches.ts';
import { reserveTokens } from './reserve-tokens.ts';

/** Whether a turn may ask a model, decided in the transaction that starts it. */
export type Allowance =
  | { model: 'allowed'; reservedTokens: number }
  | { model: 'denied'; because: 'not_configured' | 'no_consent' | 'switched_off' | 'budget_spent' };

export type AllowDeps = {
  clock: Clock;
  switches: ModelSwitches;
  /** Tokens of one athlete and UTC day. */
  dailyTokens: number;
};

export type AllowQuestion = {
  athleteId: string;
  conversationId: string;
  text: string;
  /** UTC. */
  day: Date;
};

/** Reserves what the turn may cost at most, or says why no model is asked. */
export async function allowModel(
  deps: AllowDeps,
  tx: CoachTx,
  question: AllowQuestion,
): Promise<Allowance> {
  const { switches } = deps;
  if (!switches.isConfigured()) return { model: 'denied', because: 'not_configured' };
  const built = await buildContext(tx, question, deps.clock());
  if (built.may !== 'be_sent') return { model: 'denied', because: 'no_consent' };
  const [first] = switches.open();
  if (first === undefined) return { model: 'denied', because: 'switched_off' };
  const maxOutputTokens = Math.max(...switches.open().map((line) => line.maxOutputTokens));
  const tokens = estimateTurn({ ...built.context, maxOutputTokens });
  return (await reserveTokens(tx, question, tokens, deps.dailyTokens))
    ? { model: 'allowed', reservedTokens: tokens }
    : { model: 'denied', because: 'budget_spent' };
}
