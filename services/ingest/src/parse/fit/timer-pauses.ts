import { timeOf, wordOf, type FitFields } from './fit-fields.ts';

/** Time between a stop of the timer and its next start; the last stop ends the activity and pauses nothing. */
export function timerPauses(events: readonly FitFields[]): [startMs: number, endMs: number][] {
  const pauses: [number, number][] = [];
  let stoppedAt: number | null = null;
  for (const event of events) {
    if (wordOf(event, 'event') !== 'timer') continue;
    const at = timeOf(event, 'timestamp');
    const type = wordOf(event, 'event_type');
    if (at === null || type === null) continue;
    if (type.startsWith('stop')) {
      stoppedAt ??= at;
    } else if (type === 'start' && stoppedAt !== null) {
      if (at > stoppedAt) pauses.push([stoppedAt, at]);
      stoppedAt = null;
    }
  }
  return pauses;
}
