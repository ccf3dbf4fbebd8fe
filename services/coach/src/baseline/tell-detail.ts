import type { FactSheet } from '@evensplit/contracts';
import type { RunDetail, Term } from './asked.ts';
import { inShort } from './explain.ts';
import { nameRun } from './name-things.ts';
import {
  factOn,
  paragraphs,
  say,
  sentence,
  whyMissing,
  type Maybe,
  type Paragraph,
} from './prose.ts';
import { driftOf, shapeOf } from './tell-run.ts';

type Teller = (fact: (metric: string) => ReturnType<typeof factOn>, name: string) => Maybe[];

const tellers: Record<RunDetail, { metric: string; term?: Term; tell: Teller }> = {
  cadence: {
    metric: 'activity.cadence',
    term: 'cadence',
    tell: (fact, name) => [sentence`On your ${name} cadence averaged ${fact('activity.cadence')}.`],
  },
  climb: {
    metric: 'activity.ascent',
    tell: (fact, name) => [
      sentence`Your ${name} climbed ${fact('activity.ascent')} over ${fact('activity.distance')}.` ??
        sentence`Your ${name} climbed ${fact('activity.ascent')}.`,
      sentence`Downhill it was ${fact('activity.descent')}.`,
    ],
  },
  'heart rate': {
    metric: 'activity.avg_heart_rate',
    tell: (fact, name) => [
      sentence`On your ${name} heart rate averaged ${fact('activity.avg_heart_rate')} and peaked at ${fact('activity.max_heart_rate')}.` ??
        sentence`On your ${name} heart rate averaged ${fact('activity.avg_heart_rate')}.`,
    ],
  },
  efficiency: {
    metric: 'activity.efficiency',
    term: 'efficiency',
    tell: (fact, name) => [sentence`On your ${name} you covered ${fact('activity.efficiency')}.`],
  },
  decoupling: {
    metric: 'activity.decoupling',
    term: 'decoupling',
    tell: (fact, name) => {
      const found = fact('activity.decoupling');
      return [
        found &&
          sentence`On your ${name} heart rate drifted from pace by ${found}: ${driftOf(found.value)}.`,
      ];
    },
  },
  pace: {
    metric: 'activity.pace',
    tell: (fact, name) => [
      sentence`Your ${name} was run at ${fact('activity.pace')}.`,
      sentence`Allowing for the hills, that was worth ${fact('activity.grade_adjusted_pace')} on the flat.`,
    ],
  },
  distance: {
    metric: 'activity.distance',
    tell: (fact, name) => [
      sentence`Your ${name} was ${fact('activity.distance')}.`,
      sentence`It took ${fact('activity.moving_time')} of moving time, which is ${fact('activity.pace')}.`,
    ],
  },
  time: {
    metric: 'activity.elapsed_time',
    tell: (fact, name) => {
      const [moving, elapsed] = [fact('activity.moving_time'), fact('activity.elapsed_time')];
      const stood = moving && elapsed ? elapsed.value - moving.value : 0;
      return [
        sentence`Your ${name} took ${moving ?? elapsed}${moving ? ' of moving time' : ''}, for ${fact('activity.distance')}.` ??
          sentence`Your ${name} took ${moving ?? elapsed}.`,
        stood > 30 &&
          sentence`From start to finish it was ${elapsed}: the difference is standing still.`,
      ];
    },
  },
  load: {
    metric: 'activity.load',
    term: 'run load',
    tell: (fact, name) => [
      sentence`The run load of your ${name} is ${fact('activity.load')}.`,
      sentence`Heart rate averaged ${fact('activity.avg_heart_rate')}.`,
    ],
  },
  even: {
    metric: 'activity.split_difference',
    tell: (fact, name) => {
      const found = fact('activity.split_difference');
      return [
        found &&
          sentence`On your ${name} the second half against the first was ${found} in time, ${shapeOf(found.value)}.`,
      ];
    },
  },
};

const names: Record<RunDetail, string> = {
  cadence: 'cadence',
  climb: 'climb',
  'heart rate': 'heart rate',
  efficiency: 'metres per heartbeat',
  decoupling: 'decoupling',
  pace: 'pace',
  load: 'run load',
  even: 'split',
  distance: 'distance',
  time: 'time',
};

/** One thing about one run, with what it means; or why it is not known. */
export function tellDetail(
  sheet: FactSheet,
  about: { detail: RunDetail; today: string },
): Paragraph[] {
  const run = sheet.runs[0];
  if (!run) return [];
  const { metric, term, tell } = tellers[about.detail];
  const name = nameRun(run, about.today);
  const told = tell((one) => factOn(sheet, one), name).filter(Boolean);
  const meaning = term === undefined ? [] : inShort(term).map(say);
  if (factOn(sheet, metric) && told.length > 0) return paragraphs(told, meaning);
  return paragraphs(
    [
      say(`Your ${name} has no ${names[about.detail]} that I could read.`),
      say(whyMissing(sheet, metric) ?? ''),
    ].filter(([text]) => text !== ''),
    meaning,
  );
}
