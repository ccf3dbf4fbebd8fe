import { planHistory } from '../demo/athlete-history.ts';
import { dayNumber } from '../demo/civil-time.ts';
import type { PlannedRun } from '../demo/planned-run.ts';
import { EVAL_TODAY } from './now.ts';

/** How a history differs from the demo athlete's; undefined for a run that never took place. */
export type Change = (run: PlannedRun, daysAgo: number) => PlannedRun | undefined;

/** A history of so many months up to yesterday, changed run by run. */
export function planRuns(seed: number, months: number, change: Change = (run) => run) {
  const today = dayNumber(EVAL_TODAY);
  return planHistory({ seed, today: EVAL_TODAY, months }).flatMap((run) => {
    const changed = change({ ...run, alsoExportedAs: [] }, today - dayNumber(run.localDate));
    return changed ?? [];
  });
}

export function withoutHeartRate(run: PlannedRun): PlannedRun {
  return { ...run, heartRate: 'absent' };
}

/** The same effort on a belt: no positions, no climb. */
export function indoors(run: PlannedRun): PlannedRun {
  return {
    ...run,
    route: [],
    surface: 'treadmill',
    profileName: 'Treadmill',
    kind: run.kind === 'race' ? 'tempo' : run.kind,
    raceDistanceM: null,
  };
}

export function laterBy(hours: number): Change {
  return (run) => ({ ...run, startedAt: new Date(run.startedAt.getTime() + hours * 3_600_000) });
}

/** Several times as far, and slower: for those whom a marathon does not tire. */
export function stretched(factor: number): Change {
  return (run) => ({
    ...run,
    steps: run.steps.map((step) => ({
      ...step,
      speedMps: step.speedMps * 0.8,
      until:
        'distanceM' in step.until
          ? { distanceM: step.until.distanceM * factor }
          : { durationS: step.until.durationS * factor },
    })),
  });
}
