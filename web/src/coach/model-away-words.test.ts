import { describe, expect, it } from '@jest/globals';
import { modelAwayWords } from './model-away-words.ts';

const at = (instant: string) => instant.slice(11, 16);

describe('modelAwayWords', () => {
  it('says until when a spent budget lasts', () => {
    const words = modelAwayWords(
      { model: 'budget_spent', resetsAt: '2026-11-21T00:00:00.000Z' },
      at,
    );
    expect(words).toContain('used up. Until 00:00 the coach answers');
  });

  it('says that the operator has switched it off', () => {
    expect(modelAwayWords({ model: 'switched_off', resetsAt: null }, at)).toContain('switched off');
  });

  it('says that no questions are taken, whoever would answer them', () => {
    for (const model of ['asked', 'not_configured'] as const) {
      const words = modelAwayWords({ model, resetsAt: null, readOnly: true }, at);
      expect(words).toContain('takes no changes at the moment');
    }
  });

  it('is silent where nothing is other than expected', () => {
    for (const model of ['asked', 'not_configured', 'no_consent'] as const)
      expect(modelAwayWords({ model, resetsAt: null }, at)).toBeNull();
  });
});
