import type { BreakSpan } from './breaks.ts';
import type { Prescription } from './intensity.ts';
import type { Phase } from './phases.ts';
import type { CheckedInput } from './plan-input.ts';
import type { PastRun } from './run-history.ts';
import type { WeekKind } from './volume-curve.ts';

/** A run of more than 90 minutes is a hard session; runs that are neither long nor hard stay under it (policy). */
export const HARD_FROM_S = 5_400;

/** Everything one week is built from: the curves' wishes, and what the weeks before it became. */
export type WeekRequest = {
  input: CheckedInput;
  prescription: Prescription;
  breaks: readonly BreakSpan[];
  index: number;
  phase: Phase;
  kind: WeekKind;
  firstDay: number;
  lastDay: number;
  isRaceWeek: boolean;
  curveM: number;
  curveLongM: number;
  longShare: number;
  /** Day of next week's long run when it will be hard; null otherwise. */
  nextHardLongDay: number | null;
  /** Fitted volumes so far, m. */
  earlierM: readonly number[];
  history: readonly PastRun[];
  lastHardDay: number | null;
  lastUse: ReadonlyMap<string, number>;
  /** Runs of the last building week, for the taper's frequency; 0 before the taper. */
  frequency: number;
};
