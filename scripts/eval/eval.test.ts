import { beforeAll, describe, expect, it } from '@jest/globals';
import { faults } from './judge/finding.ts';
import { reportEval } from './report-eval.ts';
import { runEval, type EvalResult, type EvalSize } from './run-eval.ts';

/** A few athletes of the cast, who bring files, summaries, closed lanes and hostile titles between them. */
const size: EvalSize = {
  seed: 7,
  athletes: ['new', 'stubs', 'all-closed'],
  questions: 10,
  thorough: true,
  characters: ['honest-ids', 'honest-numbers', 'slips-one-in', 'claims-actions', 'gossips'],
  phrases: 12,
};

describe('a small evaluation of the coach', () => {
  let result: EvalResult;

  beforeAll(async () => {
    result = await runEval(size, () => undefined);
  }, 180_000);

  it('asks everybody everything', () => {
    expect(result).toMatchObject({ athletes: 3, questions: expect.any(Number) });
    expect(result.questions).toBeGreaterThanOrEqual(30);
    for (const { answers } of [result.baseline, ...result.models]) {
      expect(answers).toBe(result.questions);
    }
  });

  it('finds nothing that must not reach a reader', () => {
    for (const { name, faults: found, examples } of [result.baseline, ...result.models]) {
      const counts = faults.map((fault) => found[fault]);
      expect([name, counts, examples]).toEqual([name, faults.map(() => 0), []]);
    }
    expect(reportEval(size, result)).toMatchObject({ ok: true });
  });

  it('has heard lies, or it would have proved nothing', () => {
    const strikes = Object.fromEntries(result.models.map((one) => [one.name, one.strikes]));
    expect(strikes['slips-one-in']).toBeGreaterThanOrEqual(result.questions / 2);
    expect(strikes['claims-actions']).toBeGreaterThanOrEqual(result.questions / 2);
    expect(result.models.find(({ name }) => name === 'honest-ids')?.truths).toBeGreaterThan(20);
  });
});
