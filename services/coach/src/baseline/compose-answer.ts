import type { FactQueryArgs, FactQueryName, FactSheet } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { mondayOf, readFacts } from '@evensplit/evidence';
import { findRun } from './find-run.ts';
import { dayBefore, nameDay, nameKind } from './name-things.ts';
import type { Paragraph } from './prose.ts';
import { tellLoad } from './tell-load.ts';
import {
  tellHelp,
  tellHowToBring,
  tellLongTime,
  tellNoRuns,
  tellNoSuchRun,
  tellStillReading,
  tellUnknown,
  tellUnwell,
} from './tell-plainly.ts';
import { tellBests, tellPredictions } from './tell-races.ts';
import { tellRun } from './tell-run.ts';
import { tellToday } from './tell-today.ts';
import { tellTwoWeeks, tellWeek } from './tell-week.ts';
import type { PlainTopic, Understood, WhichRun } from './understand.ts';

export type AnswerDeps = { db: CoachDb };
export type Athlete = { id: string; today: string; now: Date };

/** Looks up what the question needs and puts it into words. */
export async function composeAnswer(
  { db }: AnswerDeps,
  athlete: Athlete,
  asked: Understood,
): Promise<Paragraph[]> {
  const { today } = athlete;
  function read<Q extends FactQueryName>(query: Q, args: FactQueryArgs[Q]): Promise<FactSheet> {
    return readFacts(db, athlete.id, query, args, athlete.now);
  }
  const mondayBack = (weeks: number) => dayBefore(mondayOf(today), 7 * weeks);

  if (isPlain(asked)) return plainTellers[asked.about]();
  const empty = await nothingThere(db, athlete.id);
  if (empty) return empty;
  switch (asked.about) {
    case 'today':
      return tellToday(await read('today', {}));
    case 'predictions':
      return tellPredictions(await read('predictions', {}), { ...asked, today });
    case 'bests':
      return tellBests(await read('bests', { days: 36_600 }), { ...asked, today });
    case 'load':
      return tellLoad(await read('load', { days: 90 }), await read('predictions', {}));
    case 'week': {
      const { weeksBack } = asked;
      const about = { weeksBack, monday: mondayBack(weeksBack), today };
      return tellWeek(await read('week', { weeksBack }), about);
    }
    case 'two weeks': {
      const { weeksBack } = asked;
      return tellTwoWeeks(
        await read('week', { weeksBack }),
        await read('week', { weeksBack: weeksBack + 1 }),
        {
          weeksBack,
          monday: mondayBack(weeksBack),
          earlierMonday: mondayBack(weeksBack + 1),
          today,
        },
      );
    }
    case 'run': {
      const activityId = await findRun({ db }, athlete.id, asked.which);
      if (activityId === undefined) return tellNoSuchRun(nameWanted(asked.which, today));
      const told = tellRun(await read('activity', { activityId }), today);
      return told.length > 0 ? told : tellNoSuchRun(nameWanted(asked.which, today));
    }
  }
}

const plainTellers: Record<PlainTopic, () => Paragraph[]> = {
  unwell: tellUnwell,
  help: tellHelp,
  bring: tellHowToBring,
  'long time': tellLongTime,
  unknown: tellUnknown,
};

function isPlain(asked: Understood): asked is { about: PlainTopic } {
  return asked.about in plainTellers;
}

async function nothingThere(db: CoachDb, athleteId: string): Promise<Paragraph[] | undefined> {
  if ((await db.activity.count({ where: { athleteId, sport: 'run' } })) > 0) return undefined;
  const coming = await db.importFile.count({
    where: { athleteId, state: { in: ['queued', 'processing'] } },
  });
  return coming > 0 ? tellStillReading() : tellNoRuns();
}

function nameWanted(which: WhichRun, today: string): string {
  switch (which.by) {
    case 'newest':
      return which.back > 0 ? 'earlier run' : 'run';
    case 'kind':
      return which.back > 0 ? `earlier ${nameKind(which.kind)}` : nameKind(which.kind);
    case 'day':
      return `run ${nameDay(which.day, today)}`;
  }
}
