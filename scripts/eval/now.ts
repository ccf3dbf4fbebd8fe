/**
 * When the evaluation takes place, whenever it is run: the same seed gives the same week, the same words and the same
 * figures. Half past twelve at night in Auckland, where it is Saturday already; a Friday everywhere else.
 */
export const EVAL_NOW = new Date('2025-11-21T11:30:00Z');

/** The civil date that most of the athletes read on their watch at that moment. */
export const EVAL_TODAY = '2025-11-21';
