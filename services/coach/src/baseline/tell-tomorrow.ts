import type { FactSheet } from '@evensplit/contracts';
import { paragraphs, say, type Paragraph } from './prose.ts';
import { tellToday } from './tell-today.ts';
import { tellCare } from './tell-memories.ts';

/** A later day depends on what happens until then: what can be said is today, and the rules that will decide. */
export function tellTomorrow(sheet: FactSheet): Paragraph[] {
  const [today] = tellToday(sheet);
  return [
    ...paragraphs([
      say(
        'That I decide on the day, because it depends on what you run until then and on how you feel.',
      ),
      say(
        'The rules will not change: two days between hard runs, no more days than you are used to, and rest when something hurts.',
      ),
    ]),
    ...(today ? [[say('For today it is this:'), ...today]] : []),
    ...paragraphs(tellCare(sheet)),
  ];
}
