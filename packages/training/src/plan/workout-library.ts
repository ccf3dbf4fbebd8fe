import type { GoalDistance, Level } from './goal-table.ts';
import type { HardIntensity } from './intensity.ts';
import type { Phase } from './phases.ts';

export type WorkoutId =
  | 'easy'
  | 'recovery'
  | 'easy-strides'
  | 'walk-run'
  | 'long'
  | 'long-marathon-pace'
  | 'race'
  | QualityId;

export type QualityId =
  | 'hills'
  | 'fartlek'
  | 'progression'
  | 'cruise'
  | 'tempo'
  | 'sub-threshold'
  | 'intervals-long'
  | 'intervals-800'
  | 'repetitions'
  | 'race-pace-5k'
  | 'race-pace-10k'
  | 'race-pace-half'
  | 'race-pace-marathon'
  | 'vertical'
  | 'time-trial';

/** Work of a quality session: repeats of one length with a jog between; smaller weeks take fewer or shorter ones, never more. */
export type WorkTemplate = {
  intensity: HardIntensity;
  repeats: [least: number, most: number];
  /** Seconds or metres of one repeat, tried in steps from most to least. */
  length: { by: 'time' | 'distance'; least: number; most: number; step: number };
  /** Easy jog after each repeat, s; 0 for one continuous piece. */
  jogS: number;
};

export type QualityWorkout = {
  id: QualityId;
  purpose: string;
  phases: readonly Phase[];
  goals: readonly GoalDistance[];
  smallestLevel: Level;
  work: WorkTemplate;
};

const ALL: readonly GoalDistance[] = ['5k', '10k', 'half', 'marathon', '50k'];

function repeats(
  intensity: HardIntensity,
  [least, most]: [number, number],
  by: 'time' | 'distance',
  [shortest, longest, step]: [number, number, number],
  jogS: number,
): WorkTemplate {
  const length = { by, least: shortest, most: longest, step };
  return { intensity, repeats: [least, most], length, jogS };
}

/**
 * The fixed library of `plan/1`, step 7 (policy), in ranking order. The upper ends are the sessions of science.md §9; the lower ends let
 * a week whose zone budget is small keep a shorter form of the same session instead of none.
 */
export const QUALITY_WORKOUTS: readonly QualityWorkout[] = [
  {
    id: 'time-trial',
    purpose: 'Measure where you are, every four to six weeks',
    phases: ['base', 'build'],
    goals: ALL,
    smallestLevel: 'inter',
    work: repeats('I', [1, 1], 'distance', [3_000, 5_000, 1_000], 0),
  },
  {
    id: 'race-pace-5k',
    purpose: 'Rehearse 5 km race pace',
    phases: ['peak', 'taper'],
    goals: ['5k'],
    smallestLevel: 'novice',
    work: repeats('5k', [2, 5], 'distance', [600, 1_000, 200], 120),
  },
  {
    id: 'race-pace-10k',
    purpose: 'Rehearse 10 km race pace',
    phases: ['peak', 'taper'],
    goals: ['10k'],
    smallestLevel: 'novice',
    work: repeats('10k', [2, 3], 'distance', [1_000, 3_000, 500], 120),
  },
  {
    id: 'race-pace-half',
    purpose: 'Rehearse half-marathon race pace',
    phases: ['peak', 'taper'],
    goals: ['half'],
    smallestLevel: 'novice',
    work: repeats('half', [2, 2], 'distance', [1_000, 5_000, 500], 180),
  },
  {
    id: 'race-pace-marathon',
    purpose: 'Rehearse marathon race pace',
    phases: ['peak', 'taper'],
    goals: ['marathon'],
    smallestLevel: 'novice',
    work: repeats('M', [2, 2], 'distance', [2_000, 8_000, 1_000], 180),
  },
  {
    id: 'vertical',
    purpose: 'Steep climbing and power-hiking for a hilly 50 km',
    phases: ['build', 'peak'],
    goals: ['50k'],
    smallestLevel: 'novice',
    work: repeats('vertical', [3, 6], 'time', [240, 480, 60], 180),
  },
  {
    id: 'hills',
    purpose: 'Strength and form without high speed',
    phases: ['base', 'build'],
    goals: ALL,
    smallestLevel: 'novice',
    work: repeats('hill', [4, 8], 'time', [45, 60, 15], 90),
  },
  {
    id: 'cruise',
    purpose: 'Raise the pace you can hold for an hour',
    phases: ['base', 'build', 'peak', 'taper'],
    goals: ALL,
    smallestLevel: 'novice',
    work: repeats('T', [2, 6], 'time', [300, 480, 60], 60),
  },
  {
    id: 'intervals-long',
    purpose: 'Raise aerobic power',
    phases: ['build', 'peak'],
    goals: ['5k', '10k', 'half', 'marathon'],
    smallestLevel: 'inter',
    work: repeats('I', [3, 5], 'time', [180, 240, 30], 150),
  },
  {
    id: 'tempo',
    purpose: 'Hold threshold pace without a break',
    phases: ['build', 'peak'],
    goals: ['10k', 'half', 'marathon', '50k'],
    smallestLevel: 'inter',
    work: repeats('T', [1, 1], 'time', [1_200, 2_400, 300], 0),
  },
  {
    id: 'intervals-800',
    purpose: 'Raise aerobic power in short pieces',
    phases: ['build', 'peak'],
    goals: ['5k', '10k', 'half'],
    smallestLevel: 'inter',
    work: repeats('I', [3, 6], 'distance', [800, 800, 800], 120),
  },
  {
    id: 'sub-threshold',
    purpose: 'Much work just below threshold at a low cost',
    phases: ['base', 'build'],
    goals: ['10k', 'half', 'marathon', '50k'],
    smallestLevel: 'inter',
    work: repeats('sub-T', [3, 5], 'time', [360, 360, 360], 60),
  },
  {
    id: 'repetitions',
    purpose: 'Speed and economy with full recovery',
    phases: ['base', 'build', 'peak'],
    goals: ['5k', '10k'],
    smallestLevel: 'inter',
    work: repeats('R', [4, 8], 'distance', [200, 400, 200], 120),
  },
  {
    id: 'fartlek',
    purpose: 'Play with speed, minute by minute',
    phases: ['base', 'build', 'taper'],
    goals: ALL,
    smallestLevel: 'novice',
    work: repeats('I', [4, 10], 'time', [60, 60, 60], 60),
  },
  {
    id: 'progression',
    purpose: 'Finish faster than you start',
    phases: ['base', 'build'],
    goals: ALL,
    smallestLevel: 'novice',
    work: repeats('M', [1, 1], 'time', [600, 1_500, 300], 0),
  },
];

/** What the sessions without hard work are for. */
export const PURPOSES: Record<Exclude<WorkoutId, QualityId>, string> = {
  easy: 'Build endurance at a pace you can talk at',
  recovery: 'Loosen up the day after a hard session',
  'easy-strides': 'Easy running with a few short, relaxed strides',
  'walk-run': 'Come back after an injury: stop if pain passes 2 of 10',
  long: 'Endurance for the race distance',
  'long-marathon-pace': 'Endurance with race pace on tired legs',
  race: 'The race',
};
