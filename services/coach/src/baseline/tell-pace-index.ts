import type { FactSheet } from '@evensplit/contracts';
import { inShort } from './explain.ts';
import { nameRun } from './name-things.ts';
import {
  factOn,
  paragraphs,
  rangeOf,
  runOn,
  say,
  sentence,
  whyMissing,
  type Paragraph,
} from './prose.ts';

/** The athlete's own pace index, what it rests on, and what it is. */
export function tellPaceIndex(sheet: FactSheet, today: string): Paragraph[] {
  const index = factOn(sheet, 'index.pace');
  const source = runOn(sheet, index);
  const flags = (index?.flags ?? []).filter((flag) => !/\d/.test(flag));
  return paragraphs(
    index
      ? [
          index.range
            ? sentence`Your pace index is ${index}, most likely ${rangeOf(index)}.`
            : sentence`Your pace index is ${index}.`,
          source && say(`It comes from the hardest stretch of your ${nameRun(source, today)}.`),
          flags.length > 0 && say(`Take it with care: ${flags.join('; ')}.`),
        ]
      : [
          say('You have no pace index at the moment.'),
          say(
            whyMissing(sheet, 'index.pace') ??
              'It takes a race or another hard, unbroken effort of the last half year.',
          ),
        ],
    inShort('pace index').map(say),
  );
}
