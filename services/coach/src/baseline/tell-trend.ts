import type { Fact, FactSheet } from '@evensplit/contracts';
import { factOn, paragraphs, say, sentence, type Maybe, type Paragraph } from './prose.ts';
import { rampIn } from './tell-load.ts';

/** What the trend rests on: each a sheet of the registry. */
export type TrendSheets = {
  thisWeek: FactSheet;
  monthAgo: FactSheet;
  load: FactSheet;
  recentBests: FactSheet;
  yearBests: FactSheet;
};

const FIVE_KM = 'distance:5000';

/** Volume, load and speed, each against what was before; what was measured and no more. */
export function tellTrend(sheets: TrendSheets): Paragraph[] {
  const grown = paragraphs([volume(sheets)], [load(sheets.load)]);
  if (grown.length === 0) {
    return paragraphs([say('There is not enough history yet to speak of a trend.')]);
  }
  return [
    ...paragraphs([lead(sheets)]),
    ...grown,
    ...paragraphs(speed(sheets), [
      say(
        'Whether that is form, weather or effort the runs alone do not tell; a race or time trial now and then does.',
      ),
    ]),
  ];
}

/** What can be said at once: what is done grows or not; speed is another matter. */
function lead({ load: sheet }: TrendSheets): Maybe {
  const ramp = factOn(sheet, 'load.ramp');
  if (!ramp) return null;
  if (ramp.value > 0.5) return say('You are building up: your long-term load is growing.');
  return ramp.value < -0.5
    ? say('You are easing off: your long-term load is falling.')
    : say('You are holding your level: your long-term load is steady.');
}

function volume({ thisWeek, monthAgo }: TrendSheets): Maybe {
  const [now, before] = [
    factOn(thisWeek, 'week.distance_mean'),
    factOn(monthAgo, 'week.distance_mean'),
  ];
  return (
    sentence`Volume: ${now} a week in the last four complete weeks, ${before} a week in the four before: ${now && before ? changeOf(now, before) : ''}.` ??
    sentence`Volume: ${now} a week in the last four complete weeks; what was before them I do not know.`
  );
}

function changeOf(now: Fact, before: Fact): string {
  if (now.value > before.value * 1.1) return 'more than before';
  return now.value < before.value * 0.9 ? 'less than before' : 'about the same';
}

function load(sheet: FactSheet): Maybe {
  const [now, ramp] = [factOn(sheet, 'load.long_term'), factOn(sheet, 'load.ramp')];
  return (
    sentence`Long-term load is ${now} and changed by ${ramp} in seven days, ${ramp ? rampIn(ramp.value) : ''}.` ??
    sentence`Long-term load is ${now}.`
  );
}

function speed({ recentBests, yearBests }: TrendSheets): Maybe[] {
  const recent = factOn(recentBests, 'effort.time', FIVE_KM);
  const year = factOn(yearBests, 'effort.time', FIVE_KM);
  if (!year)
    return [say('Speed: I know no unbroken five kilometres of the last year to compare with.')];
  if (!recent)
    return [
      sentence`Speed: your best five kilometres of the last year took ${year}; in the last twelve weeks there was none.`,
    ];
  if (recent.id === year.id)
    return [
      sentence`Speed: your best five kilometres of the last year, ${year}, lie within the last twelve weeks.`,
    ];
  return [
    sentence`Speed: your best five kilometres of the last twelve weeks took ${recent}; those of the whole year took ${year}.`,
    say(
      'Training runs count there too, so a slower recent one may only mean that you did not race.',
    ),
  ];
}
