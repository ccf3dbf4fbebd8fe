import type { WeekKind } from './volume-curve.ts';
import type { GoalDistance } from './goal-table.ts';
import type { Phase } from './phases.ts';
import type { PlanInput } from './plan-input.ts';
import type { Segment, ZoneLoad } from './step.ts';
import type { WorkoutId } from './workout-library.ts';

export type PlannedSession = {
  date: string;
  slot: 'easy' | 'long' | 'quality' | 'race';
  workout: WorkoutId;
  purpose: string;
  /** Counts for the spacing of hard days: quality, race, and a long run over 90 minutes. */
  hard: boolean;
  metres: number;
  seconds: number;
  zones: ZoneLoad;
  segments: Segment[];
  /** Date this session stood on before it was moved; null while it stands where it was planned. */
  movedFrom: string | null;
};

/** Which rule set a week's volume or long run; shown to the athlete as the reason. */
export type VolumeRule = 'CURVE' | 'DELOAD' | 'TAPER' | 'DAYS' | 'PROGRESSION' | 'BREAK';
export type LongRunRule = 'SPIKE' | 'SHARE' | 'CAP' | 'DELOAD' | 'TAPER' | 'NONE';

export type PlanWeek = {
  index: number;
  /** First day; the race week ends on race day and may hold 4 to 10 days, all others seven. */
  start: string;
  end: string;
  phase: Phase;
  kind: WeekKind;
  /** Planned distance without the race, m; the sessions sum to it within 250 m. */
  metres: number;
  volumeRule: VolumeRule;
  longRunM: number;
  longRunRule: LongRunRule;
  sessions: PlannedSession[];
};

export type PlanWarning = {
  code:
    | 'PEAK_BELOW_ADVISED'
    | 'VOLUME_LIMITED'
    | 'NO_ROOM_FOR_QUALITY'
    | 'RACE_LONGER_THAN_REHEARSED';
  detail: string;
  alternatives: PlanAlternative[];
};

/** A way out when the goal does not fit: never applied silently. */
export type PlanAlternative =
  | { kind: 'later-race'; raceDate: string }
  | { kind: 'shorter-race'; distance: GoalDistance }
  | { kind: 'run-walk-finish' }
  | { kind: 'base-plan'; weeks: number }
  | { kind: 'more-days'; days: number };

export type PhaseSpan = { phase: Phase; weeks: number; start: string; end: string };

export type Plan = {
  method: 'plan/1';
  /** The input of the current curve; a replan replaces it. */
  input: PlanInput;
  /** Start, base and longest run of the first curve, which later replans still need for the weeks before the plan. */
  origin: { start: string; baseM: number; longestM: number };
  phases: PhaseSpan[];
  weeks: PlanWeek[];
  warnings: PlanWarning[];
};
