import { phrasePattern, type PhrasePattern } from '../phrase-pattern.ts';

import type { GuardrailTrigger } from '../triggers.ts';

/** One line of the trigger table and every way to say it, in all languages: athletes mix them. */
export type TextRule = {
  trigger: GuardrailTrigger;
  rule: string;
  patterns: PhrasePattern[];
};

export function textRule(
  trigger: GuardrailTrigger,
  rule: string,
  phrases: readonly string[],
): TextRule {
  return { trigger, rule, patterns: phrases.map(phrasePattern) };
}
