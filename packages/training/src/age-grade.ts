import {
  FACTOR_DISTANCES_M,
  FACTORS_PER_10000,
  FIRST_AGE,
  LAST_AGE,
  OPEN_STANDARDS,
} from './age-grade-factors.ts';
import { none, type Estimate, type None } from './result.ts';

export type Sex = 'M' | 'F';

/** The grade in % and the arithmetic behind it; times in s. */
export type AgeGrade = Estimate & {
  openStandardS: number;
  factor: number;
  ageStandardS: number;
  ageGradedTimeS: number;
};

/** Logarithmic position of a distance between two others: 0 at the near one, 1 at the far one. Any common unit. */
function logPosition(distance: number, near: number, far: number): number {
  return (Math.log(distance) - Math.log(near)) / (Math.log(far) - Math.log(near));
}

/**
 * Factor between two distances: `f1(1−u) + f2 u` with u on the logarithm of distance. Distances in any common unit, factors without unit.
 * `INVALID_INPUT` when a number is not finite and positive, `OUT_OF_RANGE` when the distance is not between the two.
 * Source: README of the 2025 tables.
 */
export function interpolateFactor(
  distance: number,
  near: { distance: number; factor: number },
  far: { distance: number; factor: number },
): Estimate | None {
  const inputs = [distance, near.distance, near.factor, far.distance, far.factor];
  if (!inputs.every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'distances and factors must be positive numbers');
  if (!(near.distance < far.distance && distance >= near.distance && distance <= far.distance))
    return none('OUT_OF_RANGE', 'the distance is not between the two');
  const u = logPosition(distance, near.distance, far.distance);
  return {
    value: near.factor * (1 - u) + far.factor * u,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'age-grade-interpolation/1',
    flags: [],
  };
}

/** Published precision is four decimals; rounding the interpolation reproduces the published cells. */
function factorFor(sex: Sex, age: number, distanceM: number): number {
  const row = FACTORS_PER_10000[sex][age - FIRST_AGE] ?? [];
  let far = FACTOR_DISTANCES_M.findIndex((metres) => metres >= distanceM);
  if (far === -1) far = FACTOR_DISTANCES_M.length - 1;
  const near = Math.max(0, far - 1);
  const [f1, f2] = [row[near] ?? NaN, row[far] ?? NaN];
  const [d1, d2] = [FACTOR_DISTANCES_M[near] ?? NaN, FACTOR_DISTANCES_M[far] ?? NaN];
  const u = near === far ? 0 : Math.min(1, logPosition(distanceM, d1, d2));
  return Math.round(f1 * (1 - u) + f2 * u) / 10_000;
}

/** Between listed distances the standard is interpolated on logarithms of both, which keeps its fall of speed smooth (policy). */
function openStandard(sex: Sex, distanceM: number): { seconds: number; listed: boolean } {
  const seconds = ([, men, women]: (typeof OPEN_STANDARDS)[number]) => (sex === 'M' ? men : women);
  const listed = OPEN_STANDARDS.find(([metres]) => Math.abs(metres - distanceM) < 0.5);
  if (listed) return { seconds: seconds(listed), listed: true };
  const far = OPEN_STANDARDS.findIndex(([metres]) => metres > distanceM);
  const [before, after] = [OPEN_STANDARDS[far - 1], OPEN_STANDARDS[far]];
  if (!before || !after) return { seconds: NaN, listed: false };
  const u = logPosition(distanceM, before[0], after[0]);
  const [near, beyond] = [seconds(before), seconds(after)];
  return { seconds: near * (beyond / near) ** u, listed: false };
}

/**
 * Age grade in % of a road result (m, s): `openStandard / (factor·time)·100`. Ages 18–100 in whole years (fractions count down),
 * mile–200 km; beyond, or for a grade above 120 %, `OUT_OF_RANGE`; `INVALID_INPUT` when a number is not finite and positive.
 * Flag `interpolated-distance` between listed distances. Source: 2025 road tables (CC0), see age-grade-factors.ts.
 */
export function ageGrade(sex: Sex, age: number, distanceM: number, timeS: number): AgeGrade | None {
  if (![age, distanceM, timeS].every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'age, distance and time must be positive numbers');
  if (sex !== 'M' && sex !== 'F') return none('INVALID_INPUT', 'the tables know M and F');
  const years = Math.floor(age);
  if (years < FIRST_AGE || years > LAST_AGE)
    return none('OUT_OF_RANGE', `age outside ${FIRST_AGE}–${LAST_AGE}`);
  if (distanceM < 1609 || distanceM > 200_000.5)
    return none('OUT_OF_RANGE', 'distance outside mile–200 km');
  const open = openStandard(sex, distanceM);
  const factor = factorFor(sex, years, distanceM);
  const value = (open.seconds / (factor * timeS)) * 100;
  if (!(value <= 120)) return none('OUT_OF_RANGE', 'faster than the standard allows to believe');
  return {
    value,
    unit: '%',
    range: null,
    quality: 'estimated',
    method: 'age-grade/2025',
    flags: open.listed ? [] : ['interpolated-distance'],
    openStandardS: open.seconds,
    factor,
    ageStandardS: open.seconds / factor,
    ageGradedTimeS: timeS * factor,
  };
}
