import type { Subject } from '../athlete.ts';
import { daysBetween } from '../civil-day.ts';
import type { Sheet } from '../sheet.ts';
import { historyBounds } from './history-bounds.ts';

/** When files last came in: what happened since then nobody here can know. */
export async function addDataAge(subject: Subject, sheet: Sheet): Promise<void> {
  const { lastBrought } = await historyBounds(subject);
  if (lastBrought === null) {
    sheet.gap('data.days_since_upload', 'missing', 'No upload is on record.');
    return;
  }
  sheet.add({
    metric: 'data.days_since_upload',
    subject: `day:${subject.today}`,
    value: daysBetween(lastBrought, subject.today),
    quality: 'measured',
    method: 'calendar/1',
    from: [],
    lanes: [],
  });
}
