import type { PlannedRun } from './planned-run.ts';
import { whenOnClock } from './when-on-clock.ts';
import { dayNumber } from './civil-time.ts';

/** An easy 3 km run in summer time, with what a test cares about put over it. */
export function aPlannedRun(over: Partial<PlannedRun> = {}): PlannedRun {
  return {
    ...whenOnClock(dayNumber('2026-06-03'), 7 * 3600 + 5, 'easy'),
    title: 'Easy 3 km',
    kind: 'easy',
    surface: 'road',
    profileName: 'Run',
    route: ['pond'],
    steps: [{ effort: 'active', until: { distanceM: 3050 }, speedMps: 2.9 }],
    laps: 'each-kilometre',
    thresholdMps: 3.8,
    airTemperatureC: 14,
    isHot: false,
    heartRate: 'recorded',
    recording: 'every-second',
    pauses: [],
    perceivedEffort: 3,
    raceDistanceM: null,
    alsoExportedAs: [],
    seed: 42,
    ...over,
  };
}
