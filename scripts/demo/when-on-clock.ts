import { DEMO_ATHLETE } from './body.ts';
import { civilDate, instantOf, zoneOffsetS } from './civil-time.ts';
import type { PlannedRun } from './planned-run.ts';

/** The fields that follow from when a run starts, by the athlete's own calendar and clock. */
export function whenOnClock(
  day: number,
  secondOfDay: number,
  kind: PlannedRun['kind'],
): Pick<PlannedRun, 'id' | 'startedAt' | 'localDate' | 'utcOffsetS'> {
  const localDate = civilDate(day);
  const startedAt = instantOf(DEMO_ATHLETE.timeZone, localDate, secondOfDay);
  const clock = new Date(secondOfDay * 1000).toISOString().slice(11, 16).replace(':', '');
  return {
    id: `${localDate}-${clock}-${kind}`,
    startedAt,
    localDate,
    utcOffsetS: zoneOffsetS(DEMO_ATHLETE.timeZone, startedAt),
  };
}
