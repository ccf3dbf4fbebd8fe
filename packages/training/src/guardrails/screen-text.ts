import { correctTypos } from './correct-typos.ts';
import { createLiteralIndex } from './literal-index.ts';
import { normalizeText } from './normalize-text.ts';
import { maskOrdinaryPhrases } from './ordinary-phrases.ts';
import { occurrences, type PhrasePattern } from './phrase-pattern.ts';
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

/** Most texts hold next to none of the words that the rules are about, and then next to no expression is tried. */
const INDEX = createLiteralIndex<PhrasePattern>();
const ALWAYS_TRIED = new Set<PhrasePattern>();
for (const { patterns } of RULES)
  for (const pattern of patterns)
    if (pattern.needed === null) ALWAYS_TRIED.add(pattern);
    else INDEX.add(pattern.needed, pattern);

type MayOccur = (pattern: PhrasePattern) => boolean;

function possibleIn(plain: string): MayOccur {
  const possible = INDEX.ownersIn(` ${plain.replaceAll('|', ' ')} `);
  return (pattern) => possible.has(pattern) || ALWAYS_TRIED.has(pattern);
}

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

function strongest(
  rule: TextRule,
  text: string,
  mayOccur: MayOccur,
): GuardrailFinding['strength'] | null {
  let found: GuardrailFinding['strength'] | null = null;
  for (const pattern of rule.patterns.filter(mayOccur))
    for (const { start, end } of occurrences(pattern, text)) {
      const strength = strengthOf(rule, readingOf(text, start, end));
      if (strength === 'act') return 'act';
      found = strength ?? found;
    }
  return found;
}

/** The text as the rules read it. */
export function plainForRules(text: string): string {
  return correctTypos(maskOrdinaryPhrases(normalizeText(text)));
}

/** What the rules find in a text that is plain already; `mayOccur` tells which expressions are worth trying. */
export function findInPlain(plain: string, mayOccur = possibleIn(plain)): GuardrailFinding[] {
  const findings: GuardrailFinding[] = [];
  for (const rule of RULES) {
    const strength = strongest(rule, plain, mayOccur);
    if (strength === null) continue;
    const { action } = GUARDRAIL_POLICIES[rule.trigger];
    findings.push({ trigger: rule.trigger, action, rule: rule.rule, source: 'text', strength });
  }
  return findings.sort(
    (a, b) => TRIGGER_ORDER.indexOf(a.trigger) - TRIGGER_ORDER.indexOf(b.trigger),
  );
}

/**
 * Screens a question, an answer or a note in English, German, French, Spanish, Italian, Portuguese or Dutch (mixed is fine) for the
 * triggers of science.md §11, before and independent of any model. Findings come in a fixed order, one per rule, and never carry the
 * words. Empty or unreadable text finds nothing; text beyond 50 000 characters is not read. Never throws.
 */
export function screenText(text: string): GuardrailFinding[] {
  if (typeof text !== 'string') return [];
  return findInPlain(plainForRules(text));
}
