import { describe, expect, it } from '@jest/globals';
import { readForm } from './read-form.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('a form about a memory', () => {
  it('gives an injury its fields', () => {
    expect(
      readForm(
        'injury',
        form({
          topic: ' left knee ',
          text: 'Sore ',
          status: 'recovering',
          since: '2026-11-12',
          until: '',
        }),
      ),
    ).toEqual({
      kind: 'injury',
      topic: 'left knee',
      text: 'Sore',
      status: 'recovering',
      since: '2026-11-12',
      until: null,
    });
  });

  it('gives a preference nothing that is not its own', () => {
    const left = form({ text: 'No track', topic: 'base', status: 'over', since: '2026-11-12' });
    expect(readForm('preference', left)).toEqual({
      kind: 'preference',
      topic: null,
      text: 'No track',
      status: null,
      since: null,
      until: null,
    });
  });
});
