import type { CoachDb } from '@evensplit/db';
import { civilDay, mondayOf } from '@evensplit/evidence';
import type { Clock } from '@evensplit/platform/clock';

/** What an athlete's data can answer today. */
type Known = {
  runs: number;
  ranThisWeek: boolean;
  ranLastWeek: boolean;
  hasEfforts: boolean;
  hasLoad: boolean;
};

/** Only questions that the data can answer, the most useful first. */
function chooseQuestions(known: Known): string[] {
  if (known.runs === 0) return ['What can you do?', 'How do I bring my runs in?'];
  const questions = ['Analyse my last run', 'What should I do today?'];
  if (known.ranThisWeek) questions.push('How is my week going?');
  else if (known.ranLastWeek) questions.push('How was last week?');
  if (known.hasEfforts) questions.push('What could I run now?', 'What are my bests?');
  if (known.hasLoad) questions.push('How fit am I?');
  if (known.ranThisWeek && known.ranLastWeek) questions.push('Compare my last two weeks');
  return questions.slice(0, 6);
}

export async function suggestQuestions(
  deps: { db: CoachDb; clock: Clock },
  athleteId: string,
): Promise<string[]> {
  const { db } = deps;
  const { timeZone } = await db.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: { timeZone: true },
  });
  const monday = new Date(`${mondayOf(civilDay(deps.clock(), timeZone))}T00:00:00Z`);
  const lastMonday = new Date(monday.getTime() - 7 * 86_400_000);
  const runs = { athleteId, sport: 'run' };
  const [all, thisWeek, lastWeek, efforts, load] = await Promise.all([
    db.activity.count({ where: runs }),
    db.activity.count({ where: { ...runs, localDate: { gte: monday } } }),
    db.activity.count({ where: { ...runs, localDate: { gte: lastMonday, lt: monday } } }),
    db.bestEffort.count({ where: { athleteId } }),
    db.dailyLoad.count({ where: { athleteId } }),
  ]);
  return chooseQuestions({
    runs: all,
    ranThisWeek: thisWeek > 0,
    ranLastWeek: lastWeek > 0,
    hasEfforts: efforts > 0,
    hasLoad: load > 0,
  });
}
