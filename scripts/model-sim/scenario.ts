import type { SimRequest } from './sim-request.ts';

export type EndReason = 'stop' | 'length' | 'filter';

/** One thing the model does within one response. */
export type SimStep =
  /** `{{fact:METRIC}}` and `{{fact:#0}}` become the id of a fact in the last tool results; all else is literal. */
  | { say: string }
  /** Thoughts: sent as the protocol sends them, never part of the answer. */
  | { think: string }
  | { call: string; args: unknown }
  /** A call whose arguments are no JSON; Gemini says so with a finish reason, because it sends objects. */
  | { garble: string }
  | { end: EndReason };

/** What the model answers to one call. A turn with tools makes several. */
export type Reply = readonly SimStep[];

/** A character: decides by the request alone, so a repeated request gets the same reply. */
export type Scenario = (
  request: SimRequest,
  /** All that was sent, as it was sent. */
  body?: unknown,
) => Reply;

/** One reply per round through the tools; the last one also answers every round after it. */
export function inRounds(first: Reply, ...others: Reply[]): Scenario {
  const replies = [first, ...others];
  return ({ rounds }) => replies[Math.min(rounds, replies.length - 1)] ?? first;
}
