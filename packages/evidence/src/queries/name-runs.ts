import type { Subject } from '../athlete.ts';
import type { Sheet } from '../sheet.ts';
import { runRefOf } from './activity-facts.ts';

/** Puts the names of runs on the sheet, newest last, so that a reader can speak of them and link to them. */
export async function addRuns(subject: Subject, sheet: Sheet, ids: string[]): Promise<void> {
  const runs = await subject.db.activity.findMany({
    where: { athleteId: subject.athleteId, id: { in: ids } },
    orderBy: { startedAt: 'asc' },
    select: { id: true, name: true, kind: true, localDate: true, startedAt: true },
  });
  for (const run of runs) sheet.run(runRefOf(run));
}
