import type { Fact, FactSheet } from '@evensplit/contracts';
import {
  factOn,
  paragraphs,
  say,
  sentence,
  whyMissing,
  type Maybe,
  type Paragraph,
} from './prose.ts';
import { healthNoteOn, tellCare } from './tell-memories.ts';
import { reasonOf } from './tell-today.ts';
import { balanceIn, rampIn } from './tell-load.ts';

/** What is known before a hard run and what is not; deliberately no score. */
export function tellReadiness(sheet: FactSheet): Paragraph[] {
  return paragraphs(noted(sheet), [verdictOf(sheet)], known(sheet), unknown(sheet), [
    say(
      'I make no score of this. How you slept and how you feel count for more than any of these figures.',
    ),
  ]);
}

/** What the athlete noted about their health comes before every figure. */
function noted(sheet: FactSheet): Maybe[] {
  return [
    sentence`You noted ${healthNoteOn(sheet)}: nothing hard as long as that stands.`,
    ...tellCare(sheet),
  ];
}

/** Days between hard runs, and a balance below which more was done than is usual (policy, as elsewhere). */
const REST_DAYS = 2;
const STRAINED = -15;

/** The answer before its reasons; a note about health has the first word, and then there is none. */
function verdictOf(sheet: FactSheet): Maybe {
  if (healthNoteOn(sheet)) return null;
  const [hard, balance] = [factOn(sheet, 'today.days_since_hard'), factOn(sheet, 'load.balance')];
  if (!balance) return null;
  if (balance.value < STRAINED)
    return say('By the record, not fully: you have done far more lately than you are used to.');
  if (hard && hard.value < REST_DAYS)
    return say('By the record, for easy running yes, for another hard run not yet.');
  return say('As far as load goes, easy running is fine; today’s suggestion says whether more is.');
}

/** Whole days, in words where "0 days ago" would stand. */
function ago(since: Fact | undefined, what: string): Maybe {
  if (!since) return null;
  return since.value === 0 ? say(`${what} today.`) : sentence`${what} ${since} ago.`;
}

function known(sheet: FactSheet): Maybe[] {
  const fact = (metric: string) => factOn(sheet, metric);
  const balance = fact('load.balance');
  return [
    ago(fact('today.days_since_run'), 'Your last run was'),
    sentence`Your last hard run was ${fact('today.days_since_hard')} ago; two days between hard runs is the rule here.` ??
      say(whyMissing(sheet, 'today.days_since_hard') ?? 'I know of no hard run.'),
    balance &&
      sentence`Yesterday evening the balance of long-term and recent load was ${balance}: ${balanceIn(balance.value)}.`,
    ago(fact('data.days_since_upload'), 'Files last came in'),
  ];
}

function unknown(sheet: FactSheet): Maybe[] {
  const silent = sheet.gaps.filter((gap) => gap.metric.startsWith('readiness.'));
  return [
    silent.length > 0 && say('What I cannot see:'),
    ...silent.map((gap) => (/\d/.test(gap.why) ? null : say(gap.why))),
  ];
}

const verdicts: Record<string, string> = {
  quality: 'By the record, yes: it is a day for something quick, after a proper warm-up.',
  long: 'By the record it is rather a day for your long run, easy throughout; a hard run can wait.',
  easy: 'By the record, rather not today: easy running fits better.',
  recovery: 'By the record, not today: the last hard run is too close.',
  return: 'By the record, not yet: first come back gently.',
  rest: 'By the record, not today: rest fits better.',
};

/** May it be hard today? The rule for today decides; readiness tells what it could not see. */
export function tellHardToday(today: FactSheet, readiness: FactSheet): Paragraph[] {
  const choice = today.decisions.find((one) => one.metric === 'today.session')?.choice ?? '';
  return paragraphs(
    [
      say(
        verdicts[choice] ??
          whyMissing(today, 'today.session') ??
          'I know too little about your running to say.',
      ),
      reasonOf(today),
    ],
    known(readiness),
    tellCare(readiness),
    [
      readiness.gaps.some((gap) => gap.metric.startsWith('readiness.')) &&
        say('Sleep, resting heart rate and how you feel are not in it.'),
      say('If you feel ill, heavy or sore, make it easy: nothing is lost by a day.'),
    ],
  );
}

function overdone(balance: number): string {
  if (balance < STRAINED)
    return 'By load alone it is more than you are used to, and an easier week would do no harm.';
  return balance < -3
    ? 'By load alone, not much: it is a little above what you are used to.'
    : 'By load alone, no: it is not more than you are used to.';
}

/** Tired, fresh, too much? Only what load can say about it. */
export function tellBalance(load: FactSheet): Paragraph[] {
  const fact = (metric: string) => factOn(load, metric);
  const [balance, ramp] = [fact('load.balance'), fact('load.ramp')];
  if (!balance) {
    return paragraphs([
      say(
        whyMissing(load, 'load.balance') ??
          'I cannot say yet: there is not enough history with a run load.',
      ),
    ]);
  }
  return paragraphs(
    [
      say(overdone(balance.value)),
      sentence`Yesterday evening your balance was ${balance}: ${balanceIn(balance.value)}.`,
      sentence`Today long-term load is ${fact('load.long_term')} and recent load ${fact('load.recent')}.`,
      ramp && sentence`In seven days long-term load changed by ${ramp}, ${rampIn(ramp.value)}.`,
    ],
    [
      say(
        'Whether you are tired or doing too much, load alone cannot tell: sleep, mood, stress and illness are not in it.',
      ),
      say(
        'Heavy legs for days, poor sleep or no wish to run ask for rest, whatever the figures say.',
      ),
    ],
  );
}
