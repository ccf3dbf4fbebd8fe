import type { Fact, FactSheet } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { listLookups, lookupName } from './looked-at.ts';

const run = (n: number) => ({ activityId: `00000000-0000-7000-8000-00000000000${n}` });

function aSheet(fields: Partial<FactSheet> = {}): FactSheet {
  return { query: 'week', facts: [], decisions: [], gaps: [], runs: [], lanes: [], ...fields };
}

const aFact = (fields: Partial<Fact>) =>
  ({ metric: 'week.distance', subject: 'week:2026-11-16', from: [], ...fields }) as Fact;

describe('what a turn looked up', () => {
  it('keeps the question with its arguments, in the order in which it was asked', () => {
    const lookups = new Map([
      [lookupName('week', { weeksBack: 1 }), aSheet()],
      [lookupName('last-run', {}), aSheet()],
    ]);
    expect(listLookups(lookups).map(({ query, args }) => [query, args])).toEqual([
      ['week', { weeksBack: 1 }],
      ['last-run', {}],
    ]);
  });

  it('counts every run once, and those that a fact only counts', () => {
    const facts = [aFact({ from: [run(1), run(2)] }), aFact({ from: [run(2)], n: 2 })];
    const name = lookupName('week', { weeksBack: 0 });
    expect(listLookups(new Map([[name, aSheet({ facts })]]))[0]?.runs).toBe(2);
    const many = [...facts, aFact({ from: [run(1)], n: 14 })];
    expect(listLookups(new Map([[name, aSheet({ facts: many })]]))[0]?.runs).toBe(14);
    expect(listLookups(new Map([[name, aSheet()]]))[0]?.runs).toBe(0);
  });

  it('says of what something is missing, each once', () => {
    const gap = { state: 'missing', why: 'Two runs had no heart rate.' } as const;
    const gaps = [
      { ...gap, metric: 'week.load' },
      { ...gap, metric: 'week.load' },
      { ...gap, metric: 'not.in.the.catalogue' },
    ];
    const [looked] = listLookups(
      new Map([[lookupName('week', { weeksBack: 0 }), aSheet({ gaps })]]),
    );
    expect(looked?.missing).toEqual([
      expect.stringMatching(/^.+: Two runs had no heart rate\.$/),
      'Two runs had no heart rate.',
    ]);
  });
});
