import type { Allowance } from '../model/allow-model.ts';
import { remarkFirst } from './remark-first.ts';
import type { Responder, Retraction } from './responder.ts';

/** What the athlete is told when they would have got a model and did not. */
const remarks: Record<Retraction, string> = {
  numbers:
    'The language model gave numbers that your data does not support, so this answer comes from your data alone.',
  guardrail: 'The language model left its subject, so this answer comes from your data alone.',
  budget_spent:
    'What the language model may do for you in one day is used up, so this answer comes from your data alone.',
  no_consent: 'You have withdrawn your consent, so this answer comes from your data alone.',
  switched_off:
    'The language model is switched off at the moment, so this answer comes from your data alone.',
};

/** Who may be asked at all, in order. */
export function whoMayAnswer(
  responders: readonly Responder[],
  allowance: Allowance,
): readonly Responder[] {
  if (allowance.model === 'allowed') {
    return responders.filter((responder) => responder.isAvailable?.() ?? true);
  }
  switch (allowance.because) {
    case 'not_configured':
      return responders;
    case 'no_consent':
      return withoutModels(responders);
    case 'switched_off':
    case 'budget_spent':
      return baselineAfter(responders, allowance.because);
  }
}

/** After an answer was taken back nobody is asked who could say the same again. */
export function baselineAfter(
  responders: readonly Responder[],
  because: Retraction,
): readonly Responder[] {
  return withoutModels(responders).map((responder) => remarkFirst(responder, remarks[because]));
}

function withoutModels(responders: readonly Responder[]): Responder[] {
  return responders.filter(({ writer }) => writer === 'baseline');
}
