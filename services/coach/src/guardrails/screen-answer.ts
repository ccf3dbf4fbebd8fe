import { screenText, type GuardrailTrigger } from '@evensplit/training';

export type AnswerScreening = { allowed: true } | { allowed: false; triggers: GuardrailTrigger[] };

/**
 * The same screening over text that is about to be shown. An answer that speaks of the athlete's chest pain or dose
 * is not one a responder may give: who wrote it has left the subject, and the caller falls back to the baseline.
 */
export function screenAnswer(text: string): AnswerScreening {
  const acting = screenText(text).filter(({ strength }) => strength === 'act');
  const triggers = [...new Set(acting.map(({ trigger }) => trigger))];
  return triggers.length === 0 ? { allowed: true } : { allowed: false, triggers };
}
