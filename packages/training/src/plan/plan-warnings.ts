import { lowPeakAlternatives } from './feasibility.ts';
import { GOALS } from './goal-table.ts';
import type { CheckedInput } from './plan-input.ts';
import type { PlanWarning, PlanWeek } from './plan.ts';

/** A laid-out week with what the warnings need to know about it. */
export type JudgedWeek = { week: PlanWeek; wantedQuality: number; spikeLimitM: number };

/**
 * What a plan must say about itself: the peak stays below the advised one (with alternatives), volume stops at what the running days hold, no
 * day keeps the spacing of hard sessions, or the race is longer than any run prepared for it (P3 exempts the race but wants it reported).
 */
export function planWarnings(input: CheckedInput, weeks: readonly JudgedWeek[]): PlanWarning[] {
  const warnings: PlanWarning[] = [];
  const { advisedPeakM, raceM } = GOALS[input.goal.distance];
  const peakM = Math.max(...weeks.map(({ week }) => week.metres));
  if (peakM < advisedPeakM)
    warnings.push({
      code: 'PEAK_BELOW_ADVISED',
      detail: `the largest week has ${peakM} m, advised are ${advisedPeakM} m`,
      alternatives: lowPeakAlternatives(input, peakM),
    });
  const limited = weeks.find(
    ({ week }) => week.volumeRule === 'DAYS' || week.volumeRule === 'PROGRESSION',
  );
  if (limited)
    warnings.push({
      code: 'VOLUME_LIMITED',
      detail: `from week ${limited.week.index + 1} on the running days hold less than the curve`,
      alternatives: input.runs < 7 ? [{ kind: 'more-days', days: input.runs + 1 }] : [],
    });
  const wanted = weeks.some(({ wantedQuality }) => wantedQuality > 0);
  const placed = weeks.some(({ week }) => week.sessions.some(({ slot }) => slot === 'quality'));
  if (wanted && !placed)
    warnings.push({
      code: 'NO_ROOM_FOR_QUALITY',
      detail: 'no hard session fits the available days, their spacing and the volume',
      alternatives: [],
    });
  const beforeRace = weeks.at(-1)?.spikeLimitM ?? 0;
  if (raceM > beforeRace)
    warnings.push({
      code: 'RACE_LONGER_THAN_REHEARSED',
      detail: `the race has ${raceM} m, 1.10 × the longest run of its last 30 days is ${beforeRace} m`,
      alternatives: [],
    });
  return warnings;
}
