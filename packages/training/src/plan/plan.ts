import type { WeekKind } from './volume-curve.ts';
import type { GoalDistance } from './goal-table.ts';
import type { Phase } from './phases.ts';
import type { PlanInput } from './plan-input.ts';
import type { WorkoutId } from './workout-library.ts';

export type HardZone = 'M' | 'T' | 'I' | 'R';
export type Zone = 'E' | HardZone;

/** What a step asks for. Bands: pace 5 s/km wide (the easy band as it is), heart rate in bpm, effort on the 1–10 scale. */
export type Target =
  | { by: 'pace'; slowSPerKm: number; fastSPerKm: number }
  | { by: 'heart-rate'; low: number; high: number }
  | { by: 'effort'; low: number; high: number };

/** One step. `by` says which of the two the athlete follows; the other is what it comes to. Whole metres and seconds; walking covers 0 m. */
export type Step = {
  role: 'warm-up' | 'run' | 'recovery' | 'walk' | 'cool-down';
  by: 'time' | 'distance';
  metres: number;
  seconds: number;
  zone: Zone;
  target: Target;
};

export type Segment = ({ kind: 'step' } & Step) | { kind: 'repeat'; times: number; steps: Step[] };

export type ZoneLoad = Record<Zone, { metres: number; seconds: number }>;

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
