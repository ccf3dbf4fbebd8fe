import type { GuardrailTrigger } from '@evensplit/training';

/** What may be spoken of: the triggers of the table, and pain or illness that fits no line of it. */
export type Concern = GuardrailTrigger | 'complaint';

/** Said as a remark only: the answer follows it. */
export type Soft = 'overreaching';

/**
 * The fixed texts of one language. They are read in bad moments: short, calm, what to do first, no diagnosis, no
 * praise, no blame. No digits, so that the rule of receipts holds for them too.
 */
export type GuardrailWords = {
  /** The whole answer, a paragraph per entry. */
  answer: Record<Exclude<Concern, Soft>, readonly string[]>;
  /** One line before an answer, where somebody else, the past or a general question is meant. */
  remark: Record<Concern, string>;
  /** Why the same text comes again. */
  stands: string;
};
