import type { Fact } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { aTurn, bindWhole, turnFacts } from '../../test/bound-text.ts';

function named(id: string, label: string, unit: Fact['unit'], value: number): Fact {
  const [one] = turnFacts.values();
  if (!one) throw new Error('the turn has no facts');
  return { ...one, id, label, unit, value, metric: 'zones.share' };
}

const facts = [
  named('share', 'Zone 3, 70–80 % of maximum, share', '%', 79.5),
  named('time', 'Zone 3, 70–80 % of maximum', 's', 4214),
  named('none', 'Zone 0', 'bpm', 67),
  named('fast', 'Zone 5c', 's/km', 178),
  named('days', 'Days run in the last seven', 'days', 5),
];
const source = aTurn({ facts: () => new Map(facts.map((fact) => [fact.id, fact])) });
const bind = (text: string) => bindWhole(text, source);

describe('the name of a fact', () => {
  it.each([
    'Your zone 3, 70–80 % of maximum, came to {{time}}.',
    'Your zone 3, 70–80 % of maximum, share came to {{share}}.',
    'Your zone 0 came to {{none}}.',
    'Your zone 5c lies at {{fast}}.',
    'Your days run in the last seven came to {{days}}.',
  ])('keeps its numbers as they are: %s', (text) => {
    const { shown, struck } = bind(text);
    expect(struck).toEqual([]);
    expect(shown).toBe(text.replace('{{', '‹').replace('}}', '›'));
  });

  it('lends them to nothing else', () => {
    expect(bind('You spent 80 % in zone 3.').shown).toBe('You spent ‹share› in zone 3.');
    expect(bind('You ran 70 km, then 80 km.').struck).toEqual(['70 km', '80 km']);
    expect(bind('The last seven were hard.').struck).toEqual(['seven']);
    expect(bind('Zone 9 is yours.').struck).toEqual(['9']);
  });
});
