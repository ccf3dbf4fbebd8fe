import type { Subject } from '../athlete.ts';
import type { Sheet } from '../sheet.ts';

/** "Nothing here yet" and "still coming" are different statements; says the one that is true. */
export async function noRunsGap(subject: Subject, sheet: Sheet, metric: string): Promise<void> {
  const onTheWay = await subject.db.importFile.count({
    where: { athleteId: subject.athleteId, state: { in: ['queued', 'processing'] } },
  });
  if (onTheWay > 0) sheet.gap(metric, 'not_synced', 'Your files are still being read.');
  else sheet.gap(metric, 'missing', 'There are no runs yet: upload a file to begin.');
}
