import { TodaySession, type Decision, type FactSheet, type HomeView } from '@evensplit/contracts';
import { factOf } from '@evensplit/evidence';

const headlines: Record<TodaySession, string> = {
  rest: 'Rest today',
  recovery: 'A short, gentle run',
  easy: 'An easy run',
  long: 'Your long run',
  quality: 'A quality session',
  return: 'Back gently',
  none: 'Bring your runs to begin',
};

/** The rule's reason as a sentence with `{{fact-id}}` where its number stands; rules without a sentence of their own show their facts. */
const sentences: Record<string, (fact: (metric: string) => string) => string> = {
  'already-ran-today': () => 'You have already run today.',
  'noted-injury-or-illness': (fact) =>
    `You noted ${noteIn(fact)}. Whether you can run on it cannot be judged from here.`,
  'easy-while-recovering': (fact) =>
    `You are recovering from what you noted, ${noteIn(fact)}: easy running at most.`,
  'return-after-long-break': (fact) =>
    `The last run was ${fact('today.days_since_run')} ago: start well below your usual distance.`,
  'return-after-break': (fact) =>
    `After ${fact('today.days_since_run')} without a run, begin shorter than usual and easy.`,
  'first-week-back': (fact) =>
    `You came back after a break of ${fact('today.missed_days')}: keep this first week short.`,
  'easy-only-after-break': (fact) =>
    `After a break of ${fact('today.missed_days')} only easy running for now.`,
  'days-in-a-row': (fact) => `You ran ${fact('today.streak_days')} in a row.`,
  'usual-days-done': (fact) =>
    `You ran on ${fact('today.days_run_in_7')} of the last seven, which is your usual week.`,
  'day-after-hard': (fact) =>
    `The last hard run was ${fact('today.days_since_hard')} ago, and hard runs want two days between them.`,
  'long-run-due': (fact) =>
    `The last long run was ${fact('today.days_since_long')} ago; the longest of the last 30 days was ${fact('today.longest_30d')}.`,
  'quality-due': (fact) =>
    `The last hard run was ${fact('today.days_since_hard')} ago, so you are free for one.`,
  'easy-by-default': () =>
    'Nothing asks for more today, and easy running is what most of the week is made of.',
  'week-is-full': (fact) => `The last six days already hold ${fact('today.last_6_days')}.`,
};

const NOTHING = 'some time';

/** An injury, or else the illness. */
function noteIn(fact: (metric: string) => string): string {
  const injury = fact('memory.injury');
  return injury === NOTHING ? fact('memory.illness') : injury;
}

export function composeToday(sheet: FactSheet): HomeView['today'] {
  const decision = sheet.decisions.find((one) => one.metric === 'today.session');
  if (!decision) {
    const why = sheet.gaps.find((gap) => gap.metric === 'today.session')?.why;
    return { session: 'none', headline: headlines.none, reasons: why ? [why] : [], decision: null };
  }
  const session = TodaySession.catch('none').parse(decision.choice);
  return {
    session,
    headline: headlines[session],
    reasons: [reasonOf(decision, sheet), ...amountOf(sheet)],
    decision,
  };
}

function reasonOf(decision: Decision, sheet: FactSheet): string {
  const marker = (metric: string) => {
    const fact = factOf(sheet, metric);
    return fact ? `{{${fact.id}}}` : NOTHING;
  };
  const rule = decision.rule.split(':')[1] ?? '';
  const sentence = sentences[rule];
  if (sentence) return sentence(marker);
  return decision.because.map((id) => `{{${id}}}`).join(' · ');
}

function amountOf(sheet: FactSheet): string[] {
  const distance = factOf(sheet, 'today.distance');
  const duration = factOf(sheet, 'today.duration');
  if (!distance) return [];
  return [
    duration
      ? `About {{${distance.id}}}, {{${duration.id}}} at your usual pace.`
      : `About {{${distance.id}}}.`,
  ];
}
