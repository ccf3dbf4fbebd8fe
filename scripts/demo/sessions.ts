import type { RunKind, RunStep } from './planned-run.ts';
import type { Random } from './random.ts';

/** What is run, before it has a date and a place. */
export type Session = {
  title: string;
  kind: RunKind;
  steps: RunStep[];
  laps: 'each-kilometre' | 'each-step';
  /** 'home' takes any loops of about the right length. */
  place: 'home' | 'flat' | 'track' | 'hill' | 'indoors';
  perceivedEffort: number;
  raceDistanceM: number | null;
};

/** Speeds as shares of threshold speed; races follow from it as they do for a trained amateur. */
const SHARE = { jog: 0.66, easy: 0.76, long: 0.755, steady: 0.88, tempo: 0.985 } as const;
const RACES = {
  5000: { title: '5 km race', share: 1.055 },
  10000: { title: '10 km race', share: 1.015 },
  21097.5: { title: 'Half marathon', share: 0.962 },
} as const;
export type RaceDistance = keyof typeof RACES;

export function easyRun(random: Random, thresholdMps: number, distanceM: number): Session {
  const speedMps = thresholdMps * random.normal(SHARE.easy, 0.018);
  const title = `Easy ${kilometres(distanceM)} km`;
  return continuous(title, 'easy', distanceM, speedMps, random.whole(2, 3));
}

export function raceWarmUp(thresholdMps: number, distanceM: number): Session {
  return continuous('Warm-up', 'easy', distanceM, thresholdMps * SHARE.jog, 2);
}

export function trailRun(random: Random, thresholdMps: number, distanceM: number): Session {
  const speedMps = thresholdMps * random.normal(SHARE.easy, 0.015);
  const title = `Trail ${kilometres(distanceM)} km`;
  return {
    ...continuous(title, 'trail', distanceM, speedMps, random.whole(3, 5)),
    place: 'hill',
  };
}

export function shortRun(thresholdMps: number): Session {
  return continuous('Turned back', 'short', 430, thresholdMps * SHARE.easy, 1);
}

export function treadmillRun(random: Random, thresholdMps: number, distanceM: number): Session {
  const speedMps = thresholdMps * random.normal(SHARE.easy, 0.01);
  const title = `Treadmill ${kilometres(distanceM)} km`;
  return { ...continuous(title, 'treadmill', distanceM, speedMps, 3), place: 'indoors' };
}

/** Some long runs finish faster, as marathon schedules ask. */
export function longRun(random: Random, thresholdMps: number, distanceM: number): Session {
  const speedMps = thresholdMps * random.normal(SHARE.long, 0.012);
  const title = `Long run ${kilometres(distanceM)} km`;
  if (random.chance(0.7)) return continuous(title, 'long', distanceM, speedMps, random.whole(4, 5));
  const fastM = 1000 * random.whole(3, 5);
  return {
    ...continuous(`${title}, fast finish`, 'long', distanceM, speedMps, 6),
    steps: [
      step('active', { distanceM: distanceM - fastM }, speedMps),
      step('active', { distanceM: fastM }, thresholdMps * SHARE.steady),
    ],
  };
}

export function tempoRun(random: Random, thresholdMps: number): Session {
  const blocks = random.pick([[20], [25], [30], [12, 12], [10, 10, 10]]);
  const speedMps = thresholdMps * random.normal(SHARE.tempo, 0.008);
  const work = blocks.flatMap((minutes, index) => [
    ...(index > 0 ? [step('rest', { durationS: 120 }, thresholdMps * SHARE.jog)] : []),
    step('active', { durationS: minutes * 60 }, speedMps),
  ]);
  const count = blocks.length > 1 ? `${blocks.length} × ` : '';
  return {
    ...structured(random, thresholdMps, work),
    title: `Tempo ${count}${blocks[0]} min`,
    kind: 'tempo',
    place: 'flat',
    perceivedEffort: random.whole(6, 7),
  };
}

const REPETITIONS = [
  { count: 5, distanceM: 1000, share: 1.05, restS: 150 },
  { count: 10, distanceM: 400, share: 1.11, restS: 75 },
  { count: 6, distanceM: 800, share: 1.07, restS: 130 },
  { count: 4, distanceM: 1600, share: 1.02, restS: 150 },
  { count: 8, distanceM: 600, share: 1.08, restS: 110 },
] as const;

export function intervalRun(random: Random, thresholdMps: number, which: number): Session {
  const { count, distanceM, share, restS } =
    REPETITIONS[which % REPETITIONS.length] ?? REPETITIONS[0];
  const work = Array.from({ length: count }, (_, index) => [
    ...(index > 0 ? [step('rest', { durationS: restS }, thresholdMps * SHARE.jog * 0.9)] : []),
    step('active', { distanceM }, thresholdMps * random.normal(share, 0.009)),
  ]).flat();
  return {
    ...structured(random, thresholdMps, work),
    title: `${count} × ${distanceM} m`,
    kind: 'interval',
    place: distanceM < 1000 ? 'track' : 'flat',
    perceivedEffort: random.whole(7, 8),
  };
}

/** The watch measures a little more than the course: nobody runs the shortest line, and fixes wander. */
export function race(random: Random, thresholdMps: number, distance: RaceDistance): Session {
  const { title, share } = RACES[distance];
  const measuredM = distance * random.between(1.003, 1.008);
  const speedMps = thresholdMps * share * random.normal(1, 0.004);
  const finishM = 400;
  return {
    title,
    kind: 'race',
    laps: 'each-kilometre',
    place: 'flat',
    perceivedEffort: random.whole(9, 10),
    raceDistanceM: distance,
    steps: [
      step('active', { distanceM: measuredM * 0.5 }, speedMps * random.between(0.99, 1.004)),
      step('active', { distanceM: measuredM * 0.5 - finishM }, speedMps),
      step('active', { distanceM: finishM }, speedMps * 1.06),
    ],
  };
}

function continuous(
  title: string,
  kind: RunKind,
  distanceM: number,
  speedMps: number,
  perceivedEffort: number,
): Session {
  return {
    title,
    kind,
    steps: [step('active', { distanceM }, speedMps)],
    laps: 'each-kilometre',
    place: 'home',
    perceivedEffort,
    raceDistanceM: null,
  };
}

function structured(
  random: Random,
  thresholdMps: number,
  work: RunStep[],
): Pick<Session, 'steps' | 'laps' | 'raceDistanceM'> {
  const easyMps = thresholdMps * SHARE.easy;
  const steps = [
    step('warmup', { distanceM: 100 * random.whole(18, 26) }, easyMps * 0.97),
    ...work,
    step('cooldown', { distanceM: 100 * random.whole(12, 20) }, easyMps * 0.94),
  ];
  return { steps, laps: 'each-step', raceDistanceM: null };
}

function step(effort: RunStep['effort'], until: RunStep['until'], speedMps: number): RunStep {
  return { effort, until, speedMps };
}

function kilometres(distanceM: number): string {
  return String(Math.round(distanceM / 1000));
}
