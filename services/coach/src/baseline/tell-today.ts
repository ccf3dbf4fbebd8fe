import type { Fact, FactSheet } from '@evensplit/contracts';
import {
  factOn,
  paragraphs,
  rangeOf,
  say,
  sentence,
  whyMissing,
  type Maybe,
  type Paragraph,
} from './prose.ts';
import { tellCare } from './tell-memories.ts';

const sessions: Record<string, string> = {
  rest: 'Rest today.',
  recovery: 'A short, gentle run today.',
  easy: 'An easy run today, at a pace you could chat at.',
  long: 'It is a day for your long run, easy throughout.',
  quality: 'You could do something quick today: intervals or a tempo run, after a proper warm-up.',
  return: 'Go back to running gently today.',
};

type Say = (metric: string) => Fact | undefined;

const reasons: Record<string, (fact: Say) => Maybe> = {
  'already-ran-today': () => say('You have run today already, and that is enough.'),
  'noted-injury-or-illness': (fact) =>
    sentence`You noted ${noteIn(fact)}, and I suggest no run on top of that.`,
  'easy-while-recovering': (fact) =>
    sentence`You are recovering from what you noted, ${noteIn(fact)}: easy running at most, and none if it hurts.`,
  'return-after-long-break': (fact) =>
    sentence`Your last run was ${fact('today.days_since_run')} ago, so begin far below what you were used to.`,
  'return-after-break': (fact) =>
    sentence`Your last run was ${fact('today.days_since_run')} ago, so begin shorter than usual.`,
  'first-week-back': (fact) =>
    sentence`You are back from a break of ${fact('today.missed_days')}, and the first week should be short.`,
  'every-other-day-after-break': (fact) =>
    sentence`You are back from a break of ${fact('today.missed_days')}, and every other day is enough at first.`,
  'easy-only-after-break': (fact) =>
    sentence`After a break of ${fact('today.missed_days')} it is still time for easy running only.`,
  'days-in-a-row': (fact) => sentence`You have run ${fact('today.streak_days')} in a row.`,
  'usual-days-done': (fact) =>
    sentence`You ran on ${fact('today.days_run_in_7')} of the last seven, which is as much as you usually do.`,
  'day-after-hard': (fact) =>
    sentence`Your last hard run was ${fact('today.days_since_hard')} ago, and hard runs need two days between them.`,
  'long-run-due': (fact) => sentence`Your last long run was ${fact('today.days_since_long')} ago.`,
  'quality-due': (fact) =>
    sentence`Your last hard run was ${fact('today.days_since_hard')} ago, so there is room for one.`,
  'easy-by-default': () =>
    say('Nothing asks for more, and easy running is what most weeks are made of.'),
  'week-is-full': (fact) =>
    sentence`The last six days already hold ${fact('today.last_6_days')}, which is enough for one week.`,
};

/** Today's session, the rule behind it, and its limits. */
export function tellToday(sheet: FactSheet): Paragraph[] {
  const decision = sheet.decisions.find((one) => one.metric === 'today.session');
  const session = decision && sessions[decision.choice];
  if (!decision || session === undefined) {
    return paragraphs([
      say(
        whyMissing(sheet, 'today.session') ??
          'I know too little about your running to suggest something.',
      ),
    ]);
  }
  const fact: Say = (metric) => factOn(sheet, metric);
  const distance = fact('today.distance');
  const duration = fact('today.duration');
  return paragraphs(
    [say(session), reasonOf(sheet)],
    [
      sentence`Keep it to ${rangeOf(distance)}, or ${rangeOf(duration)} at your usual pace.` ??
        sentence`Keep it to ${rangeOf(distance)}.`,
      distance &&
        sentence`The longest run of the last month was ${fact('today.longest_30d')}; that sets the limit.`,
    ],
    careOf(sheet),
  );
}

function careOf(sheet: FactSheet): Maybe[] {
  const care = tellCare(sheet);
  return care.length > 0
    ? care
    : [say('If you feel ill or something hurts, rest: how you feel counts for more than this.')];
}

function noteIn(fact: Say): Fact | undefined {
  return fact('memory.injury') ?? fact('memory.illness');
}

/** The rule that decided, in a sentence. */
export function reasonOf(sheet: FactSheet): Maybe {
  const decision = sheet.decisions.find((one) => one.metric === 'today.session');
  const rule = decision?.rule.split(':').at(-1) ?? '';
  return reasons[rule]?.((metric) => factOn(sheet, metric));
}

/** What the rule looked at, fact by fact. */
export function tellWhyToday(sheet: FactSheet): Paragraph[] {
  const decision = sheet.decisions.find((one) => one.metric === 'today.session');
  if (!decision) return tellToday(sheet);
  const looked = decision.because.flatMap((id) => sheet.facts.filter((fact) => fact.id === id));
  // A number in a label would stand without a receipt.
  const named = looked.filter((fact) => !/\d/.test(fact.label));
  return paragraphs(
    [
      reasonOf(sheet),
      say(
        'It is a fixed list of rules: the first one that fits your last weeks decides, and no score is made.',
      ),
    ],
    named.length > 0 ? [say('What it looked at:')] : [],
    ...named.map((fact) => [sentence`${fact.label}: ${fact}.`]),
  );
}
