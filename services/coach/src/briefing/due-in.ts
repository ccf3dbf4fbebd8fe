import { civilDay } from '@evensplit/evidence';

const MINUTE = 60_000;

/** Milliseconds until a briefing should be looked at again: `freshMs`, or when the athlete's day ends if that is sooner. */
export function dueIn(now: Date, timeZone: string, freshMs: number): number {
  const day = civilDay(now, timeZone);
  // Zones change the date on whole minutes, so the first minute of the new day is where it begins.
  const firstMinute = MINUTE - (now.getTime() % MINUTE);
  for (let ms = firstMinute; ms < freshMs; ms += MINUTE) {
    if (civilDay(new Date(now.getTime() + ms), timeZone) !== day) return ms;
  }
  return freshMs;
}
