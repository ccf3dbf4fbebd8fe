import type { DistanceUnits, Fact, TurnErrorCode, Writer } from '@evensplit/contracts';

/** An earlier question of the same conversation and what was answered. */
export type Exchange = { question: string; answer: string };

export type TurnQuestion = {
  turnId: string;
  athleteId: string;
  conversationId: string;
  text: string;
  units: DistanceUnits;
  /** Oldest first, only what came to an end. */
  earlier: Exchange[];
};

export type ResponderEvent =
  /** Prose. A number about the athlete never stands here. */
  | { type: 'text'; text: string }
  /** A fact spoken at this place; the engine renders it and shows where it comes from. */
  | { type: 'receipt'; fact: Fact; as?: 'value' | 'range' }
  | { type: 'status'; phase: string; tool?: string }
  /** The answer is complete. An answer that stops without it was cut off. */
  | { type: 'end' };

/**
 * Somebody who can answer. The engine asks its responders in order; the first that says something answers the
 * turn, and after its first words nobody else may.
 */
export type Responder = {
  readonly writer: Writer;
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
