import type { CoachDb } from '@evensplit/db';
import { openFacts } from '@evensplit/evidence';
import { lookupName, type Lookups } from '../turns/looked-at.ts';
import type { About, Topic, Understood, WhichRun } from './asked.ts';
import type { Answer, Lookup } from './answer.ts';
import { answersOfPeriods } from './answer-periods.ts';
import { tellTerm } from './explain.ts';
import { findRun } from './find-run.ts';
import { nameDay, nameKind, nameWithin } from './name-things.ts';
import { factOn, type Paragraph } from './prose.ts';
import { tellSimilar, tellTwoRuns } from './tell-comparison.ts';
import { tellDetail } from './tell-detail.ts';
import { tellLoad } from './tell-load.ts';
import { tellMemories } from './tell-memories.ts';
import { tellMissing } from './tell-missing.ts';
import { tellPaces } from './tell-paces.ts';
import * as plainly from './tell-plainly.ts';
import { tellBests, tellPredictions } from './tell-races.ts';
import { tellBeyond } from './tell-beyond.ts';
import { tellPaceIndex } from './tell-pace-index.ts';
import { tellSince, tellSinceHard, tellStreak } from './tell-since.ts';
import { tellTomorrow } from './tell-tomorrow.ts';
import { tellBalance, tellHardToday, tellReadiness } from './tell-readiness.ts';
import { tellRun } from './tell-run.ts';
import { tellToday } from './tell-today.ts';
import { tellTrend } from './tell-trend.ts';
import { tellWhy } from './tell-why.ts';
import { tellZones } from './tell-zones.ts';

export type AnswerDeps = {
  db: CoachDb;
  /** Where what was looked up is noted. */
  lookups?: Lookups;
};
export type Athlete = { id: string; today: string; now: Date };

/** Looks up what the question needs and puts it into words. */
export async function composeAnswer(
  { db, lookups }: AnswerDeps,
  athlete: Athlete,
  asked: Understood,
): Promise<Paragraph[]> {
  if (!plain.has(asked.about)) {
    const empty = await nothingThere(db, athlete.id);
    if (empty) return empty;
  }
  const ask = await openFacts(db, athlete.id, athlete.now);
  return answer(asked, {
    async read(query, args) {
      const sheet = await ask(query, args);
      lookups?.set(lookupName(query, args), sheet);
      return sheet;
    },
    idOf: (which) => findRun({ db }, athlete.id, which, athlete.today),
    today: athlete.today,
  });
}

/** Answered alike whether there are runs or not. */
const plain: ReadonlySet<Topic> = new Set([
  'help',
  'hello',
  'thanks',
  'bring',
  'plan',
  'elsewhere',
  'order',
  'no route',
  'unknown',
  'explain',
  'memories',
]);

function answer<T extends Topic>(asked: About<T>, look: Lookup) {
  return answers[asked.about](asked, look);
}

const answers: { [T in Topic]: Answer<T> } = {
  help: plainly.tellHelp,
  hello: plainly.tellHello,
  thanks: plainly.tellThanks,
  bring: plainly.tellHowToBring,
  plan: plainly.tellPlanElsewhere,
  elsewhere: tellBeyond,
  order: plainly.tellOrder,
  'no route': plainly.tellNoRoute,
  'long time': plainly.tellLongTime,
  unknown: plainly.tellUnknown,
  explain: ({ term }) => tellTerm(term),
  missing: async (_, { read }) => tellMissing(await read('missing', { days: 90 })),
  memories: async (asked, { read }) => tellMemories(await read('memories', { when: 'all' }), asked),
  today: async (_, { read }) => tellToday(await read('today', {})),
  tomorrow: async (_, { read }) => tellTomorrow(await read('today', {})),
  'hard today': async (_, { read }) =>
    tellHardToday(await read('today', {}), await read('readiness', {})),
  readiness: async (_, { read }) => tellReadiness(await read('readiness', {})),
  balance: async (_, { read }) => tellBalance(await read('load', { days: 90 })),
  load: async (_, { read }) =>
    tellLoad(await read('load', { days: 90 }), await read('predictions', {})),
  trend: async (_, { read }) =>
    tellTrend({
      thisWeek: await read('week', { weeksBack: 0 }),
      monthAgo: await read('week', { weeksBack: 4 }),
      load: await read('load', { days: 90 }),
      recentBests: await read('bests', { days: 84 }),
      yearBests: await read('bests', { days: 365 }),
    }),
  predictions: async (asked, { read, today }) =>
    tellPredictions(await read('predictions', {}), { ...asked, today }),
  bests: async (asked, { read, today }) =>
    tellBests(await read('bests', { days: 36_600 }), { ...asked, today }),
  paces: async (asked, { read, today }) =>
    tellPaces(await read('training-paces', {}), { ...asked, today }),
  'pace index': async (_, { read, today }) => tellPaceIndex(await read('predictions', {}), today),
  zones: async (asked, { read }) => tellZones(await read('zones', { days: 28 }), asked),
  ...answersOfPeriods,
  run: (asked, look) =>
    withRun(asked.which, look, async (activityId) =>
      tellRun(await look.read('activity', { activityId }), look.today, asked),
    ),
  since: async ({ which }, look) => {
    if (which.by === 'hard') return tellSinceHard(await look.read('readiness', {}), look.today);
    const what = which.by === 'kind' ? nameKind(which.kind) : 'run';
    return withRun(which, look, async (activityId) =>
      tellSince(await look.read('activity', { activityId }), {
        what,
        today: look.today,
        age:
          which.by === 'newest'
            ? factOn(await look.read('last-run', {}), 'today.days_since_run')
            : undefined,
      }),
    );
  },
  streak: async (_, { read, today }) => tellStreak(await read('last-run', {}), today),
  'run detail': (asked, look) =>
    withRun(asked.which, look, async (activityId) =>
      tellDetail(await look.read('activity', { activityId }), { ...asked, today: look.today }),
    ),
  similar: (asked, look) =>
    withRun(asked.which, look, async (activityId) =>
      tellSimilar(await look.read('similar-runs', { activityId }), {
        id: activityId,
        today: look.today,
      }),
    ),
  'two runs': (asked, look) =>
    withRun(asked.which, look, (activityId) =>
      withRun(asked.other, look, async (withActivityId) =>
        tellTwoRuns(await look.read('compare', { activityId, withActivityId, weeksBack: 0 }), {
          first: activityId,
          second: withActivityId,
          today: look.today,
        }),
      ),
    ),
  why: ({ of }, look) => tellWhy(of, look),
};

/** Tells of the run that is meant, or that there is none. */
async function withRun(
  which: WhichRun,
  { idOf, today }: Lookup,
  tell: (activityId: string) => Promise<Paragraph[]>,
): Promise<Paragraph[]> {
  const activityId = await idOf(which);
  const told = activityId === undefined ? [] : await tell(activityId);
  return told.length > 0 ? told : plainly.tellNoSuchRun(nameWanted(which, today));
}

async function nothingThere(db: CoachDb, athleteId: string): Promise<Paragraph[] | undefined> {
  if ((await db.activity.count({ where: { athleteId, sport: 'run' } })) > 0) return undefined;
  const coming = await db.importFile.count({
    where: { athleteId, state: { in: ['queued', 'processing'] } },
  });
  return coming > 0 ? plainly.tellStillReading() : plainly.tellNoRuns();
}

function nameWanted(which: WhichRun, today: string): string {
  switch (which.by) {
    case 'newest':
      return which.back > 0 ? 'earlier run' : 'run';
    case 'kind':
      return which.back > 0 ? `earlier ${nameKind(which.kind)}` : nameKind(which.kind);
    case 'day':
      return `run ${nameDay(which.day, today)}`;
    case 'longest':
    case 'hilliest': {
      const measured = which.by === 'longest' ? 'distance' : 'climb';
      const period = which.within === 'ever' ? '' : ` ${nameWithin(which.within, today)}`;
      return `run with a ${measured}${period}`;
    }
    case 'over':
      return 'run of that length';
  }
}
