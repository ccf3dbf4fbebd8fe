import { ageGrade, interpolateFactor, type Sex } from '../src/age-grade.ts';
import { benjaminiHochberg } from '../src/benjamini-hochberg.ts';
import { cameron } from '../src/cameron.ts';
import { pearson, spearman } from '../src/correlation.ts';
import { MILE_M } from '../src/distances.ts';
import { effectiveN } from '../src/effective-n.ts';
import { fisherInterval, pairsForCorrelation } from '../src/fisher-interval.ts';
import { hrvBand } from '../src/hrv-band.ts';
import { oxygenCost, oxygenFraction } from '../src/oxygen-power.ts';
import {
  equivalentTime,
  paceIndex,
  raceTimeForIndex,
  speedAtIndexShare,
} from '../src/pace-index.ts';
import { isNone, type Estimate, type None } from '../src/result.ts';
import { personalExponent, riegel } from '../src/riegel.ts';
import { rmssd } from '../src/rmssd.ts';
import { tanda } from '../src/tanda.ts';
import { thresholdPaceFromEffort } from '../src/threshold-pace.ts';
import { timeOffFactor } from '../src/time-off.ts';
import { trainingPace, type TrainingZone } from '../src/training-paces.ts';
import { vickersOneRace, vickersTwoRaces } from '../src/vickers-vertosick.ts';

type Race = { distance_m: number; time_s: number };
type TwoRaces = { d1_m: number; t1_s: number; d2_m: number; t2_s: number };
type FromOne = { time_s: number; d1_m: number; d2_m: number };
type Weekly = { miles_per_week: number };

/** The bare number when there is one, in the topic's own unit; a reason code never equals an expected number. */
function scaled(result: Estimate | None, factor = 1): number | string {
  return isNone(result) ? result.reason : result.value * factor;
}

function racesOf({ d1_m, t1_s, d2_m, t2_s }: TwoRaces) {
  return [
    { distanceM: d1_m, timeS: t1_s },
    { distanceM: d2_m, timeS: t2_s },
  ] as const;
}

/** Topics of science.md §1, §2 (without critical speed), §6 (threshold) and §10; unit conversion lives here and nowhere else. */
export const referencePerformance: Record<string, (input: never) => unknown> = {
  race_time_from_pace_index: (input: { pace_index: number; distance_m: number }) =>
    scaled(raceTimeForIndex(input.pace_index, input.distance_m)),
  pace_index_from_race: (input: Race) =>
    scaled(paceIndex({ distanceM: input.distance_m, timeS: input.time_s })),
  pace_index_after_time_off: (input: { days_off: number; cross_trained: boolean }) =>
    scaled(timeOffFactor(input.days_off, input.cross_trained)),
  equivalent_time: (input: {
    from_distance_m: number;
    from_time_s: number;
    to_distance_m: number;
  }) =>
    scaled(
      equivalentTime(
        { distanceM: input.from_distance_m, timeS: input.from_time_s },
        input.to_distance_m,
      ),
    ),
  v_at_vo2max: (input: { pace_index: number }) =>
    scaled(speedAtIndexShare(input.pace_index, 1), 60),
  vo2_cost: (input: { v_m_per_min: number }) => scaled(oxygenCost(input.v_m_per_min / 60)),
  fraction_vo2max: (input: { t_min: number }) => scaled(oxygenFraction(input.t_min * 60)),
  training_pace: (input: { pace_index: number; zone: TrainingZone; per?: '400m' }) =>
    scaled(trainingPace(input.pace_index, input.zone), input.per === '400m' ? 0.4 : 1),
  riegel: (input: FromOne & { k: number }) =>
    scaled(riegel({ distanceM: input.d1_m, timeS: input.time_s }, input.d2_m, input.k)),
  riegel_personal_exponent: (input: TwoRaces) => scaled(personalExponent(...racesOf(input), 0)),
  cameron: (input: FromOne) =>
    scaled(cameron({ distanceM: input.d1_m, timeS: input.time_s }, input.d2_m)),
  vickers_model1: (input: Race & Weekly) =>
    scaled(
      vickersOneRace(
        { distanceM: input.distance_m, timeS: input.time_s },
        input.miles_per_week * MILE_M,
      ),
    ),
  vickers_model2: (input: TwoRaces & Weekly) =>
    scaled(vickersTwoRaces(...racesOf(input), input.miles_per_week * MILE_M)),
  tanda: (input: { km_per_week: number; pace_s_per_km: number }) =>
    scaled(tanda(input.km_per_week * 1000, input.pace_s_per_km)),
  age_grade_2025_road: (input: { sex: Sex; age: number; distance_km: number; time_s: number }) => {
    const grade = ageGrade(input.sex, input.age, input.distance_km * 1000, input.time_s);
    if (isNone(grade)) return grade.reason;
    return {
      open_standard_s: grade.openStandardS,
      factor: grade.factor,
      age_standard_s: grade.ageStandardS,
      grade_pct: grade.value,
      age_graded_time_s: grade.ageGradedTimeS,
    };
  },
  age_grade_interpolation: (input: {
    factor_lo: number;
    factor_hi: number;
    km_lo: number;
    km_hi: number;
    km: number;
  }) =>
    scaled(
      interpolateFactor(
        input.km,
        { distance: input.km_lo, factor: input.factor_lo },
        { distance: input.km_hi, factor: input.factor_hi },
      ),
    ),
  threshold_from_best_effort: (input: Race) => {
    const pace = thresholdPaceFromEffort({ distanceM: input.distance_m, timeS: input.time_s });
    if (isNone(pace)) return pace.reason;
    return {
      pace_index: pace.paceIndex,
      t_pace_s_per_km: pace.value,
      pace_60min_s_per_km: pace.sixtyMinutePace,
    };
  },
  rmssd: (input: { rr_ms: number[] }) => {
    const result = rmssd(input.rr_ms);
    if (isNone(result)) return result.reason;
    return { rmssd_ms: result.value, ln_rmssd: result.lnRmssd };
  },
  hrv_swc_state: (input: { baseline_ln_rmssd: number[]; last7_ln_rmssd: number[] }) => {
    const band = hrvBand(input.baseline_ln_rmssd, input.last7_ln_rmssd);
    if (band.state === null) return band.reason;
    const { state, mean, sd, lower, upper, recentMean } = band;
    return { state, mean, sd, lower, upper, recent_mean: recentMean };
  },
  fisher_ci95: (input: { r: number; n: number }) => {
    const interval = fisherInterval(input.r, input.n);
    return isNone(interval) ? interval.reason : interval.range;
  },
  n_for_correlation: (input: { r: number }) => scaled(pairsForCorrelation(input.r)),
  effective_n_ar1: (input: { n: number; rho_x: number; rho_y: number }) =>
    scaled(effectiveN(input.n, input.rho_x, input.rho_y)),
  benjamini_hochberg: (input: { p: number[]; q: number }) => {
    const control = benjaminiHochberg(input.p, input.q);
    return control.rejected === null ? control.reason : { rejections: control.rejections };
  },
  correlation: (input: { x: number[]; y: number[] }) => ({
    pearson: scaled(pearson(input.x, input.y)),
    spearman: scaled(spearman(input.x, input.y)),
  }),
};
