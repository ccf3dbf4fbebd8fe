import type { DistanceUnits, Fact, TurnErrorCode, Writer } from '@evensplit/contracts';
import type { TokenAccount } from '../model/token-account.ts';
import type { Lookups } from './looked-at.ts';

/** An earlier question of the same conversation and what was answered. */
export type Exchange = { question: string; answer: string };

export type TurnQuestion = {
  turnId: string;
  athleteId: string;
  conversationId: string;
  text: string;
  units: DistanceUnits;
  /** By the year of birth in the profile. */
  isMinor: boolean;
  /** Oldest first, only what came to an end. */
  earlier: Exchange[];
  /** When the turn is over, on the clock of `performance.now()`. */
  deadline: number;
  account: TokenAccount;
  /** What was looked up for this question by whoever tried to answer it, for whoever tries next. */
  lookups: Lookups;
};

/** Why an answer was taken back. */
export type Retraction = 'numbers' | 'guardrail' | 'budget_spent' | 'no_consent' | 'switched_off';

export type ResponderEvent =
  /** Prose. A number about the athlete never stands here. */
  | { type: 'text'; text: string }
  /** A fact spoken at this place; the engine renders it and shows where it comes from. */
  | { type: 'receipt'; fact: Fact; as?: 'value' | 'range' }
  | { type: 'status'; phase: string; tool?: string }
  /** A number was left out because nothing supports it. */
  | { type: 'strike' }
  /** What was said does not hold, or may not go on: all of it is taken back, and the baseline answers. */
  | { type: 'retract'; because: Retraction }
  /** The answer is complete. An answer that stops without it was cut off. */
  | { type: 'end' };

/**
 * Somebody who can answer. The engine asks its responders in order; the first that says something answers the
 * turn, and after its first words nobody else may.
 */
export type Responder = {
  readonly writer: Writer;
  /** False while it must not be asked. */
  isAvailable?(): boolean;
  respond(question: TurnQuestion, signal: AbortSignal): AsyncIterable<ResponderEvent>;
};

/** Thrown by a responder that knows why it failed. */
export class ResponderFailure extends Error {
  override readonly name = 'ResponderFailure';
  readonly code: TurnErrorCode;

  constructor(code: TurnErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
