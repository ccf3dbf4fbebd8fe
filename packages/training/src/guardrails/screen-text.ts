import { correctTypos } from './correct-typos.ts';
import { normalizeText } from './normalize-text.ts';
import { maskOrdinaryPhrases } from './ordinary-phrases.ts';
import { occurrences } from './phrase-pattern.ts';
import { readingOf, type Reading } from './reading-context.ts';
import { BONE_AND_GAIT } from './rules/bone-and-gait.ts';
import { COLLAPSE_AND_STROKE } from './rules/collapse-and-stroke.ts';
import { HEART_AND_BREATH } from './rules/heart-and-breath.ts';
import { ILLNESS } from './rules/illness.ts';
import { LIFE_STAGE } from './rules/life-stage.ts';
import { LOW_ENERGY } from './rules/low-energy.ts';
import { MEDICATION } from './rules/medication.ts';
import { OVERREACHING } from './rules/overreaching.ts';
import { SELF_HARM } from './rules/self-harm.ts';
import {
  GUARDRAIL_POLICIES,
  TRIGGER_ORDER,
  type GuardrailFinding,
  type GuardrailTrigger,
} from './triggers.ts';

import type { TextRule } from './rules/rule.ts';

const RULES: readonly TextRule[] = [
  ...HEART_AND_BREATH,
  ...COLLAPSE_AND_STROKE,
  ...SELF_HARM,
  ...BONE_AND_GAIT,
  ...ILLNESS,
  ...LOW_ENERGY,
  ...LIFE_STAGE,
  ...MEDICATION,
  ...OVERREACHING,
];

/** What is said about somebody else matters only where that person may need help right now. */
const ALSO_FOR_OTHERS: ReadonlySet<GuardrailTrigger> = new Set([
  'emergency',
  'heat_illness',
  'self_harm',
]);

function strengthOf(rule: TextRule, reading: Reading): GuardrailFinding['strength'] | null {
  switch (reading) {
    case 'self_now':
      return 'act';
    case 'negated':
      // `I have not hurt myself yet` is no reason for silence.
      return rule.trigger === 'self_harm' ? 'inform' : null;
    case 'other_person':
      return ALSO_FOR_OTHERS.has(rule.trigger) ? 'inform' : null;
    case 'long_ago':
      if (rule.trigger === 'minor') return null;
      // Thoughts of death are never only history: help is offered.
      return rule.trigger === 'self_harm' ? 'act' : 'inform';
    case 'general':
      return 'inform';
    default:
      return reading satisfies never;
  }
}

function strongest(rule: TextRule, text: string): GuardrailFinding['strength'] | null {
  let found: GuardrailFinding['strength'] | null = null;
  for (const pattern of rule.patterns)
    for (const { start, end } of occurrences(pattern, text)) {
      const strength = strengthOf(rule, readingOf(text, start, end));
      if (strength === 'act') return 'act';
      found = strength ?? found;
    }
  return found;
}

/**
 * Screens a question, an answer or a note in English, German, French, Spanish, Italian, Portuguese or Dutch (mixed is fine) for the
 * triggers of science.md §11, before and independent of any model. Findings come in a fixed order, one per rule, and never carry the
 * words. Empty or unreadable text finds nothing; text beyond 50 000 characters is not read. Never throws.
 */
export function screenText(text: string): GuardrailFinding[] {
  if (typeof text !== 'string') return [];
  const plain = correctTypos(maskOrdinaryPhrases(normalizeText(text)));
  const findings: GuardrailFinding[] = [];
  for (const rule of RULES) {
    const strength = strongest(rule, plain);
    if (strength === null) continue;
    const { action } = GUARDRAIL_POLICIES[rule.trigger];
    findings.push({ trigger: rule.trigger, action, rule: rule.rule, source: 'text', strength });
  }
  return findings.sort(
    (a, b) => TRIGGER_ORDER.indexOf(a.trigger) - TRIGGER_ORDER.indexOf(b.trigger),
  );
}
