import type { CoachState } from '@evensplit/contracts';

/** Null where a model answers, and where nobody expects one to. */
export function modelAwayWords(
  { model, resetsAt }: CoachState,
  timeOf: (instant: string) => string,
): string | null {
  const rules = 'the coach answers from your data by its own rules.';
  switch (model) {
    case 'budget_spent':
      return `Today’s share of the language model is used up. Until ${resetsAt ? timeOf(resetsAt) : 'tomorrow'} ${rules}`;
    case 'switched_off':
      return `The language model is switched off at the moment; ${rules}`;
    case 'asked':
    case 'not_configured':
    case 'no_consent':
      return null;
  }
}
