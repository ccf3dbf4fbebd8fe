import type { Retraction } from '../turns/responder.ts';

/** What came of a model's try at a briefing; the row and a metric carry it. Only `written` changes the page. */
export type DraftOutcome =
  | 'written'
  /** Somebody else has it, or it is done. */
  | 'not_mine'
  /** The facts changed meanwhile: the words speak of what is no more. */
  | 'outdated'
  /** No provider gave a whole answer. */
  | 'failed'
  /** It was no briefing: no fact in it, or too long. */
  | 'unfit'
  | 'closed_lane'
  /** The process had to go. */
  | 'stopped'
  /** The process was gone, or too late. */
  | 'lost'
  /** Numbers that nothing supports, words that touch a guardrail, or what a model needs was taken away. */
  | Retraction;
