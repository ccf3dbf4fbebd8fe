import { estimate } from './estimate.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

/** A maximal effort: distance (m) in time (s). */
export type MaximalEffort = { distanceM: number; timeS: number };

/** Critical speed (the value, m/s) with D′ (m); D′ is never shown without its range. */
export type CriticalSpeed = Estimate & { dPrime: Estimate; r2: number };

/** Validity (science.md §2, policy). */
const DPRIME_M = [50, 500] as const;
const LEAST_R2 = 0.99;
/** Band of durations for which distance is linear in time, s (unverified). */
const BAND_S = [120, 900] as const;
/** Coefficients of variation in the field, Galbraith 2014. */
const CV_SPEED = 0.004;
const CV_DPRIME = 0.13;

/**
 * Least squares of d = CS·t + D′ on maximal efforts (`critical-speed/1`). Three or more: `estimated`; two: `extrapolated`. Efforts
 * outside 2–15 min are used and flagged. Ranges: 1.96 × the larger of the fit's standard error and the field CV.
 * `TOO_FEW` (< 2), `INVALID_INPUT`, `NO_VARIATION` (equal times), `OUT_OF_RANGE` (D′ outside 50–500 m or R² < 0.99).
 */
export function criticalSpeed(efforts: readonly MaximalEffort[]): CriticalSpeed | None {
  const n = efforts.length;
  if (n < 2) return none('TOO_FEW', 'at least two maximal efforts are needed');
  if (!efforts.every(isPossible))
    return none('INVALID_INPUT', 'distances and times must be positive');
  const meanT = efforts.reduce((sum, { timeS }) => sum + timeS / n, 0);
  const meanD = efforts.reduce((sum, { distanceM }) => sum + distanceM / n, 0);
  let tt = 0;
  let td = 0;
  let dd = 0;
  for (const { timeS, distanceM } of efforts) {
    tt += (timeS - meanT) ** 2;
    td += (timeS - meanT) * (distanceM - meanD);
    dd += (distanceM - meanD) ** 2;
  }
  if (!(tt > 0) || !(dd > 0)) return none('NO_VARIATION', 'the efforts are all of one length');
  const speed = td / tt;
  const reserve = meanD - speed * meanT;
  const r2 = Math.min(1, (td * td) / (tt * dd));
  if (!(speed > 0) || !(r2 >= LEAST_R2))
    return none('OUT_OF_RANGE', 'the efforts do not lie on one line');
  if (!(reserve >= DPRIME_M[0] && reserve <= DPRIME_M[1]))
    return none('OUT_OF_RANGE', `D′ must lie between ${DPRIME_M[0]} and ${DPRIME_M[1]} m`);
  const residual = n > 2 ? Math.sqrt((dd * (1 - r2)) / (n - 2)) : 0;
  const inBand = efforts.every(({ timeS }) => timeS >= BAND_S[0] && timeS <= BAND_S[1]);
  const details = {
    quality: n >= 3 ? ('estimated' as const) : ('extrapolated' as const),
    n,
    flags: inBand ? [] : ['outside-2-15-min'],
  };
  const speedError = Math.max(residual / Math.sqrt(tt), CV_SPEED * speed);
  const reserveError = Math.max(
    residual * Math.sqrt(1 / n + (meanT * meanT) / tt),
    CV_DPRIME * reserve,
  );
  const value = estimate(speed, 'm/s', 'critical-speed/1', {
    ...details,
    range: around(speed, speedError),
  });
  const dPrime = estimate(reserve, 'm', 'critical-speed/1', {
    ...details,
    range: around(reserve, reserveError),
  });
  if (isNone(value)) return value;
  return isNone(dPrime) ? dPrime : { ...value, dPrime, r2 };
}

/** Efforts that may be used: all-out, uninterrupted, 2–15 min, at most 12 weeks old. */
export function criticalSpeedEfforts<T extends MaximalEffort>(
  efforts: readonly (T & { allOut: boolean; interrupted: boolean; ageDays: number })[],
): T[] {
  return efforts.filter(
    (effort) =>
      effort.allOut &&
      !effort.interrupted &&
      effort.ageDays >= 0 &&
      effort.ageDays <= 84 &&
      effort.timeS >= BAND_S[0] &&
      effort.timeS <= BAND_S[1] &&
      isPossible(effort),
  );
}

function isPossible({ distanceM, timeS }: MaximalEffort): boolean {
  return distanceM > 0 && timeS > 0 && Number.isFinite(distanceM) && Number.isFinite(timeS);
}

function around(value: number, error: number): [number, number] {
  return [value - 1.96 * error, value + 1.96 * error];
}
