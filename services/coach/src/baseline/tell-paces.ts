import type { FactSheet } from '@evensplit/contracts';
import type { PaceName } from './asked.ts';
import { nameRun } from './name-things.ts';
import {
  factOn,
  paragraphs,
  rangeOf,
  runOn,
  say,
  sentence,
  whyMissing,
  type Maybe,
  type Paragraph,
} from './prose.ts';

const uses: Record<PaceName, { name: string; metric: string; use: string }> = {
  easy: {
    name: 'Easy',
    metric: 'pace.easy',
    use: 'most of your running, at a pace you could chat at',
  },
  long: {
    name: 'Long run',
    metric: 'pace.easy',
    use: 'the same as easy running, at its slower end',
  },
  marathon: {
    name: 'Marathon',
    metric: 'pace.marathon',
    use: 'long steady stretches before a marathon',
  },
  threshold: {
    name: 'Threshold',
    metric: 'pace.threshold',
    use: 'tempo runs and cruise intervals, about what you could hold for an hour',
  },
  interval: {
    name: 'Interval',
    metric: 'pace.interval',
    use: 'repeats of three to five minutes with easy running between',
  },
  repetition: {
    name: 'Repetition',
    metric: 'pace.repetition',
    use: 'short, relaxed speed with full rest',
  },
};

const SHOWN: PaceName[] = ['easy', 'marathon', 'threshold', 'interval', 'repetition'];

/** All training paces, or the one that was asked for, each as a band, with what they rest on. */
export function tellPaces(
  sheet: FactSheet,
  asked: { pace?: PaceName; today: string },
): Paragraph[] {
  const easy = factOn(sheet, 'pace.easy');
  if (!easy) {
    return paragraphs([
      say(
        whyMissing(sheet, 'index.pace') ??
          whyMissing(sheet, 'pace.easy') ??
          'I cannot give paces yet: they start from a race or another hard, unbroken effort of the last half year.',
      ),
      say('Until then, easy means a pace at which you could hold a conversation.'),
    ]);
  }
  const shown = asked.pace === undefined ? SHOWN : [asked.pace];
  const source = runOn(sheet, easy);
  const flags = [...new Set(easy.flags)].filter((flag) => !/\d/.test(flag));
  return paragraphs(...shown.map((pace) => [lineOf(sheet, pace)]), [
    source &&
      say(
        `${shown.length > 1 ? 'They follow' : 'It follows'} from your ${nameRun(source, asked.today)}.`,
      ),
    flags.length > 0 && say(`Take it with care: ${flags.join('; ')}.`),
    say(
      'On hills, in heat or on a tired day go by effort: the pace will be slower and that is right.',
    ),
  ]);
}

function lineOf(sheet: FactSheet, pace: PaceName): Maybe {
  const { name, metric, use } = uses[pace];
  return (
    sentence`${name}: ${rangeOf(factOn(sheet, metric))}, ${use}.` ??
    say(`${name}: I have no pace for that.`)
  );
}
