/**
 * Invented loops on an invented relief, laid over open heath so that a map behind them looks natural. They follow no
 * road and no person: each is a circle bent by a few harmonics.
 */

// Once per second of the history: see random.ts.
const { cos, exp, floor, hypot, round, sin, PI } = Math;
const EARTH_RADIUS_M = 6_371_008.8;
const HOME = { latDeg: 53.165, lonDeg: 9.925 };
const HOME_ALTITUDE_M = 92;
const NODE_M = 5;
const GRADE_REACH_NODES = 4;

export type LoopName =
  | 'track'
  | 'meadow'
  | 'pond'
  | 'village'
  | 'heath'
  | 'brook'
  | 'forest'
  | 'canal'
  | 'hill'
  | 'ridge';

type Loop = {
  lengthM: number;
  /** Metres east and north of home where the loop starts; loops from home can be strung together. */
  start: readonly [eastM: number, northM: number];
  headingRad: number;
  /** Amplitude and phase of the second, third … harmonic of the radius. */
  bends: readonly (readonly [amplitude: number, phase: number])[];
  /** Share of the ripple of the ground; 0 is flat. */
  relief: number;
};

const FROM_HOME = [0, 0] as const;

export const LOOPS: Record<LoopName, Loop> = {
  track: { lengthM: 400, start: [1850, -900], headingRad: 0.4, bends: [[0.16, 0]], relief: 0 },
  meadow: loop(2_430, 0.3, 0.35, [
    [0.14, 0.5],
    [0.07, 2.1],
  ]),
  pond: loop(3_620, 2.6, 0.8, [
    [0.18, 1.2],
    [0.1, 0.3],
    [0.04, 2.2],
  ]),
  village: loop(5_080, 5.1, 0.3, [
    [0.2, 2.4],
    [0.06, 1.1],
    [0.05, 0.2],
  ]),
  heath: loop(6_740, 1.4, 1, [
    [0.16, 0.1],
    [0.12, 1.9],
    [0.05, 4.2],
  ]),
  brook: loop(8_190, 3.7, 0.9, [
    [0.24, 2.9],
    [0.08, 0.7],
    [0.06, 3.3],
  ]),
  forest: loop(10_060, 4.5, 0.3, [
    [0.15, 4.0],
    [0.11, 2.5],
    [0.03, 0.6],
  ]),
  canal: loop(14_350, 0.9, 0.5, [
    [0.28, 1.7],
    [0.07, 3.1],
    [0.04, 5.0],
  ]),
  hill: loop(
    6_310,
    5.5,
    1,
    [
      [0.2, 0.8],
      [0.1, 2.7],
      [0.07, 1.3],
    ],
    [-3300, 2300],
  ),
  ridge: loop(
    11_870,
    4.74,
    1,
    [
      [0.22, 3.4],
      [0.09, 0.9],
      [0.06, 2.0],
    ],
    [-3300, 2300],
  ),
};

export type Spot = { latDeg: number; lonDeg: number; altitudeM: number; grade: number };
export type Route = {
  lengthM: number;
  /** Where the runner is after this distance; a route that is used up starts again. */
  at(distanceM: number): Spot;
};

/** Loops run one after the other, as nodes every few metres. */
export function layRoute(names: readonly LoopName[]): Route {
  const nodes = names.flatMap((name) => layLoop(LOOPS[name]));
  const lengthM = names.reduce((sum, name) => sum + LOOPS[name].lengthM, 0);
  const stepM = lengthM / nodes.length;
  const node = (index: number) => nodes[((index % nodes.length) + nodes.length) % nodes.length];

  function at(distanceM: number): Spot {
    const place = distanceM / stepM;
    const index = floor(place);
    const from = node(index);
    const to = node(index + 1);
    const behind = node(index - GRADE_REACH_NODES);
    const ahead = node(index + GRADE_REACH_NODES);
    if (!from || !to || !behind || !ahead) throw new RangeError('A route needs a loop');
    const share = place - index;
    const mix = (a: number, b: number) => a + (b - a) * share;
    return {
      ...toDegrees(mix(from.eastM, to.eastM), mix(from.northM, to.northM)),
      altitudeM: mix(from.altitudeM, to.altitudeM),
      grade: (ahead.altitudeM - behind.altitudeM) / (2 * GRADE_REACH_NODES * stepM),
    };
  }
  return { lengthM, at };
}

/** Degrees a small way off, on the same sphere that distances between fixes are measured on. */
export function shift(spot: { latDeg: number; lonDeg: number }, eastM: number, northM: number) {
  return {
    latDeg: spot.latDeg + degreesOf(northM),
    lonDeg: spot.lonDeg + degreesOf(eastM) / cos((spot.latDeg * PI) / 180),
  };
}

type Node = { eastM: number; northM: number; altitudeM: number };

function loop(
  lengthM: number,
  headingRad: number,
  relief: number,
  bends: Loop['bends'],
  start: Loop['start'] = FROM_HOME,
): Loop {
  return { lengthM, headingRad, relief, bends, start };
}

function layLoop({ lengthM, start, headingRad, bends, relief }: Loop): Node[] {
  const outline = Array.from({ length: 721 }, (_, step) => {
    const angle = (step / 720) * 2 * PI;
    const radius = bends.reduce(
      (sum, [amplitude, phase], order) => sum + amplitude * cos((order + 2) * angle + phase),
      1,
    );
    return [radius * cos(angle + headingRad), radius * sin(angle + headingRad)] as const;
  });
  const along = [0];
  for (const [index, [x, y]] of outline.entries()) {
    const before = outline[index - 1];
    if (before) along.push((along.at(-1) ?? 0) + hypot(x - before[0], y - before[1]));
  }
  const scale = lengthM / (along.at(-1) ?? 1);
  const [x0, y0] = outline[0] ?? [0, 0];
  const count = round(lengthM / NODE_M);
  const startAltitude = HOME_ALTITUDE_M + hill(...start);

  let segment = 0;
  return Array.from({ length: count }, (_, index) => {
    const target = (index * lengthM) / count / scale;
    while ((along[segment + 1] ?? Infinity) <= target) segment++;
    const [ax, ay] = outline[segment] ?? [x0, y0];
    const [bx, by] = outline[segment + 1] ?? [x0, y0];
    const from = along[segment] ?? 0;
    const share = (target - from) / ((along[segment + 1] ?? from + 1) - from);
    const eastM = start[0] + (ax + (bx - ax) * share - x0) * scale;
    const northM = start[1] + (ay + (by - ay) * share - y0) * scale;
    const rise = relief * (ripple(eastM, northM) - ripple(...start));
    const climb = relief > 0 ? hill(eastM, northM) - hill(...start) : 0;
    return { eastM, northM, altitudeM: startAltitude + rise + climb };
  });
}

function ripple(eastM: number, northM: number): number {
  return (
    6 * sin(eastM / 410 + 0.7) * cos(northM / 520) +
    4 * sin((eastM + 1.7 * northM) / 330 + 2.1) +
    1.5 * cos((2.2 * eastM - northM) / 190)
  );
}

/** Two hills north-west of home, the only place for climbing; the trail loops go over them. */
function hill(eastM: number, northM: number): number {
  const rise = (height: number, east: number, north: number) =>
    height * exp(-((eastM - east) ** 2 + (northM - north) ** 2) / (2 * 620 ** 2));
  return rise(125, -4900, 3100) + rise(95, -4400, 5700);
}

function toDegrees(eastM: number, northM: number) {
  return shift(HOME, eastM, northM);
}

function degreesOf(metres: number): number {
  return ((metres / EARTH_RADIUS_M) * 180) / PI;
}
