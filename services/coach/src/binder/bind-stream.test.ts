import { describe, expect, it } from '@jest/globals';
import { aTurn, show } from '../../test/bound-text.ts';
import { bindStream } from './bind-stream.ts';
import { unsupportedNumbers } from './check-text.ts';

describe('bindStream', () => {
  it('gives words as soon as they are safe', () => {
    const binder = bindStream(aTurn());
    expect(show(binder.push('You ran '))).toBe('You ran ');
    expect(show(binder.push('12'))).toBe('');
    expect(show(binder.push('.4'))).toBe('');
    expect(show(binder.push(' km'))).toBe('');
    expect(show(binder.push(' yesterday,'))).toBe('‹dist› yesterday,');
    expect(show(binder.push(' and {{pa'))).toBe(' and ');
    expect(show(binder.push('ce}}'))).toBe('‹pace›');
    expect(show(binder.push(' was good.'))).toBe(' was good.');
    expect(show(binder.end())).toBe('');
    expect(binder.strikes).toBe(0);
  });

  it('takes facts that arrive while it runs', () => {
    const facts = new Map(aTurn().facts());
    const dist = facts.get('dist');
    facts.clear();
    const binder = bindStream(aTurn({ facts: () => facts }));
    expect(show(binder.push('It was {{dist}} or 12.4 km then, '))).toBe(
      'It was a value I cannot verify or … then, ',
    );
    if (dist) facts.set('dist', dist);
    expect(show(binder.push('it was {{dist}} or 12.4 km then, '))).toBe(
      'it was ‹dist› or ‹dist› then, ',
    );
    expect(binder.struck).toEqual([
      { reason: 'fact', raw: 'dist' },
      { reason: 'number', raw: '12.4 km' },
    ]);
  });

  it('fails after more than three strikes and says nothing more', () => {
    const binder = bindStream(aTurn());
    expect(show(binder.push('Ran 1 km, then 2 km, then 3 km, so '))).toBe(
      'Ran …, then …, then …, so ',
    );
    expect(binder.failed).toBe(false);
    expect(show(binder.push('it was 4 km, and so on. '))).toBe('it was ');
    expect(binder.failed).toBe(true);
    expect(binder.push('Well done. {{dist}}')).toEqual([]);
    expect(binder.end()).toEqual([]);
    expect(binder.strikes).toBe(4);
  });

  it('says the range of a fact as its range', () => {
    const binder = bindStream(aTurn());
    const [piece] = binder.push('{{p10|range}}');
    expect(piece).toEqual({ t: 'fact', fact: aTurn().facts().get('p10'), as: 'range' });
  });
});

describe('unsupportedNumbers', () => {
  it.each([
    ['You ran [12.4 km](#fact:dist) in [1:02:05](#fact:moving).', []],
    ['You ran [7.69 mi](#fact:dist).', []],
    ['In [42:50–44:50](#fact:p10) or [42:50…44:50](#fact:p10).', ['42:50…44:50']],
    ['You ran [14 km](#fact:dist).', ['14 km']],
    ['You ran [12.4 km](#fact:gone).', ['gone']],
    ['You ran 14 km and {{nope}} in an hour, 5 times, 12.4 km.', ['14 km', 'nope', '5 times']],
    ['I moved your run. Mail a@example.com.', []],
    ['On 3 March, and on 17 November.', ['3 March']],
    ['1 km, 2 km, 3 km, 4 km, 5 runs', ['1 km', '2 km', '3 km', '4 km', '5 runs']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(unsupportedNumbers(text, aTurn())).toEqual(expected);
  });
});
