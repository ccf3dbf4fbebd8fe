import type { CoachState } from '@evensplit/contracts';

/** What is other than expected about the next answer; null where a model gives it, and where nobody expects one to. */
export function modelAwayWords(
  { model, resetsAt, readOnly }: CoachState,
  timeOf: (instant: string) => string,
): string | null {
  if (readOnly) {
    return 'Evensplit takes no changes at the moment. Answers can be read; a question you send is kept here and goes out when it does again.';
  }
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
