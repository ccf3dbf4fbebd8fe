import { acuteChronic } from '../src/acute-chronic.ts';
import { aeroCost } from '../src/aero-cost.ts';
import { aerobicPowerAtAltitude } from '../src/altitude-effect.ts';
import { criticalSpeed } from '../src/critical-speed.ts';
import { decouplingBetween } from '../src/decoupling.ts';
import { durabilityRatio } from '../src/durability.ts';
import { edwardsFromMinutes } from '../src/edwards.ts';
import { cardiacCost, efficiency } from '../src/efficiency.ts';
import { elevationGain } from '../src/elevation-gain.ts';
import { fastestOver } from '../src/fastest-window.ts';
import { gapFitFactor } from '../src/grade-adjusted-pace.ts';
import { haversine } from '../src/haversine.ts';
import { acsmAction } from '../src/heat-guard.ts';
import { elyTopMen, hadleySlowdown, mantziosSlowdown } from '../src/heat-slowdown.ts';
import { heartRateLoad, heartRateReserveLoad } from '../src/heart-rate-load.ts';
import { heartRateZone } from '../src/heart-rate-zones.ts';
import { dewPoint, simplifiedWbgt, wetBulb } from '../src/humidity.ts';
import { karvonen } from '../src/karvonen.ts';
import { loadCurve, loadOn, type LoadOnDay } from '../src/load-curve.ts';
import { ewma, ewmaAlpha, type AlphaVariant } from '../src/load-ewma.ts';
import { maxHeartRateByAge } from '../src/max-heart-rate-by-age.ts';
import { minettiCost, minettiFactor } from '../src/minetti.ts';
import { paceLoad } from '../src/pace-load.ts';
import { isNone } from '../src/result.ts';
import { sessionRpe } from '../src/session-rpe.ts';
import { sessionSpike } from '../src/session-spike.ts';
import { trainingMonotony } from '../src/training-monotony.ts';
import { steadyTime, steadyTrimp, trimpPerMinute } from '../src/trimp.ts';

const YARD_M = 0.9144;

type Sex = 'M' | 'F';
type Steady = { minutes: number; hr: number; hr_rest: number; hr_max: number };
type Air = { temp_c: number; rh_pct: number };
type Curve = {
  loads: number[];
  seed_ctl: number;
  seed_atl?: number;
  convention?: 'previous_day' | 'same_day';
};

/** The last day of a curve that starts from given averages. */
function lastDay({ loads, seed_ctl, seed_atl, convention }: Curve): LoadOnDay | null {
  const days = loads.map((load) => ({ load, unknownS: 0 }));
  const curve = loadCurve(
    { firstDay: 1, days },
    {
      seed: { longTerm: seed_ctl, recent: seed_atl ?? seed_ctl },
      balance: convention ?? 'previous_day',
    },
  );
  // Day 1 is 1970-01-02; the rows are shorter than a month.
  return 'reason' in curve
    ? null
    : loadOn(curve, `1970-01-${String(loads.length + 1).padStart(2, '0')}`);
}

function celsius(fahrenheit: number): number {
  return (fahrenheit - 32) / 1.8;
}

/** Topics of science.md §3–§8 and critical speed; unit conversion lives here and nowhere else. */
export const referenceStreamsLoad: Record<string, (input: never) => unknown> = {
  minetti_cost: (input: { grade: number }) => minettiCost(input.grade).value,
  minetti_measured: (input: { grade: number }) => minettiCost(input.grade).value,
  gap_factor_minetti: (input: { grade: number }) => minettiFactor(input.grade).value,
  gap_factor_strava_fit: (input: { grade_pct: number }) => gapFitFactor(input.grade_pct).value,

  trimp_banister: (input: Steady & { sex: Sex }) =>
    steadyTrimp(input.minutes, input.hr, {
      rest: input.hr_rest,
      max: input.hr_max,
      sex: input.sex,
    }).value,
  trimp_goldencheetah_female_variant: (input: Steady) =>
    steadyTrimp(
      input.minutes,
      input.hr,
      { rest: input.hr_rest, max: input.hr_max, sex: 'F' },
      'f064',
    ).value,
  trimp_max_per_min: (input: { sex: Sex; variant?: string }) =>
    trimpPerMinute(1, input.sex, input.variant === '0.64' ? 'f064' : 'banister').value,
  trimp_edwards: (input: { minutes_in_zone_1to5: number[] }) =>
    edwardsFromMinutes(input.minutes_in_zone_1to5).value,
  srpe: (input: { rpe: number; minutes: number }) =>
    sessionRpe(input.rpe, input.minutes * 60).value,
  rtss: (input: { duration_s: number; ngp_s_per_unit: number; threshold_s_per_unit: number }) =>
    paceLoad(input.duration_s, 1 / input.ngp_s_per_unit, 1 / input.threshold_s_per_unit).value,
  hrtss_trimp100: (input: {
    hours: number;
    hr: number;
    hr_rest: number;
    hr_max: number;
    lthr: number;
    sex: Sex;
  }) =>
    heartRateLoad(steadyTime(input.hours * 3600, input.hr), {
      rest: input.hr_rest,
      max: input.hr_max,
      threshold: input.lthr,
      sex: input.sex,
    }).value,
  hrtss_hrr: (input: {
    hours: number;
    hr: number;
    hr_rest: number;
    hr_max: number;
    thr_fraction_hrr: number;
  }) =>
    heartRateReserveLoad(steadyTime(input.hours * 3600, input.hr), {
      rest: input.hr_rest,
      max: input.hr_max,
      threshold: karvonen(input.hr_rest, input.hr_max, input.thr_fraction_hrr).value,
    }).value,

  ewma_alpha: (input: { tau: number; variant: AlphaVariant }) =>
    ewmaAlpha(input.tau, input.variant),
  ewma_step_response: (input: {
    days: number;
    daily: number;
    tau: number;
    variant: AlphaVariant;
    seed: number;
  }) => {
    const loads = new Float64Array(input.days).fill(input.daily);
    const values = ewma(loads, input.tau, input.seed, input.variant);
    return 'reason' in values ? values.reason : values[input.days - 1];
  },
  ewma_sequence: (input: { loads: number[]; tau: number; variant: AlphaVariant; seed: number }) => {
    const values = ewma(input.loads, input.tau, input.seed, input.variant);
    return 'reason' in values ? values.reason : [...values];
  },
  tsb: (input: Curve) => lastDay(input)?.balance.value ?? null,
  ramp_rate: (input: Curve) => lastDay(input)?.ramp.value ?? null,
  foster_monotony: (input: { daily: number[] }) => {
    const sample = trainingMonotony(input.daily);
    const population = trainingMonotony(input.daily, 'population');
    return {
      total: sample.total.value,
      mono_sample: sample.monotony.value,
      strain_sample: sample.strain.value,
      mono_pop: population.monotony.value,
      strain_pop: population.strain.value,
    };
  },
  acwr: (input: { weekly: number[] }) => {
    const { coupled, uncoupled } = acuteChronic(input.weekly);
    return { coupled: coupled.value, uncoupled: uncoupled.value };
  },
  session_spike_band: (input: { longest_30d_km: number; session_km: number }) => {
    const spike = sessionSpike(input.session_km * 1000, input.longest_30d_km * 1000);
    return isNone(spike) ? spike.reason : { ratio: spike.value, band: spike.band };
  },

  efficiency_factor: (input: { v_m_s: number; hr: number }) => {
    const perBeat = efficiency(input.v_m_s, input.hr).value ?? NaN;
    return {
      ef_yd_per_min_per_bpm: perBeat / YARD_M,
      ef_m_per_min_per_bpm: perBeat,
      // The rows carry two decimals under a tolerance of 0.001, so only the rounded value can agree.
      cardiac_cost_beats_per_km: Number(cardiacCost(input.v_m_s, input.hr).value?.toFixed(2)),
    };
  },
  decoupling_pct: (input: { v1_m_s: number; hr1: number; v2_m_s: number; hr2: number }) =>
    decouplingBetween(
      { speed: input.v1_m_s, bpm: input.hr1 },
      { speed: input.v2_m_s, bpm: input.hr2 },
    ).value,
  smyth_decoupling_ratio: (input: {
    hr_pct_5_10: number;
    cs_frac_5_10: number;
    hr_pct_35_40: number;
    cs_frac_35_40: number;
  }) =>
    durabilityRatio(
      { bpm: input.hr_pct_5_10, speed: input.cs_frac_5_10 },
      { bpm: input.hr_pct_35_40, speed: input.cs_frac_35_40 },
    ).value,

  hrmax_age: (input: { age: number; formula: 'tanaka' | 'gellish' }) =>
    maxHeartRateByAge(input.age, input.formula).value,
  karvonen: (input: { hr_rest: number; hr_max: number; intensity: number }) =>
    karvonen(input.hr_rest, input.hr_max, input.intensity).value,
  friel_run_zone: (input: { lthr: number; hr: number }) => {
    const zone = heartRateZone(input.hr, input.lthr);
    return isNone(zone) ? zone.reason : zone.zone;
  },
  critical_speed: (input: { efforts: { distance_m: number; time_s: number }[] }) => {
    const result = criticalSpeed(
      input.efforts.map(({ distance_m, time_s }) => ({ distanceM: distance_m, timeS: time_s })),
    );
    return isNone(result) ? result.reason : { cs_m_s: result.value, dprime_m: result.dPrime.value };
  },

  // The bare optimum: rows may be faster than the world best, which a best effort refuses.
  best_effort: (input: { time_s: number[]; dist_m: number[]; target_m: number }) => {
    const window = fastestOver(
      Float64Array.from(input.time_s),
      Float64Array.from(input.dist_m),
      input.target_m,
    );
    return window ? window.endS - window.startS : null;
  },
  haversine: (input: { lat1: number; lon1: number; lat2: number; lon2: number }) =>
    haversine(input.lat1, input.lon1, input.lat2, input.lon2).value,
  elevation_gain_zigzag: (input: { elevation_m: number[]; threshold_m: number }) => {
    const { gain, loss } = elevationGain(input.elevation_m, input.threshold_m);
    return { gain_m: gain.value, loss_m: loss.value };
  },

  dew_point_magnus: (input: Air) => dewPoint(input.temp_c, input.rh_pct).value,
  wet_bulb_stull: (input: Air) => wetBulb(input.temp_c, input.rh_pct).value,
  swbgt_bom: (input: Air) => simplifiedWbgt(input.temp_c, input.rh_pct).value,
  mantzios_slowdown: (input: { wbgt_c: number }) => {
    const slowdown = mantziosSlowdown(input.wbgt_c);
    return isNone(slowdown)
      ? slowdown.reason
      : { min_pct: slowdown.range?.[0], max_pct: slowdown.range?.[1] };
  },
  ely_top3_men_pct_off_record: (input: { wbgt_mid_c: number }) => elyTopMen(input.wbgt_mid_c).value,
  hadley_temp_plus_dewpoint: (input: { temp_f: number; dewpoint_f: number }) => {
    const slowdown = hadleySlowdown(celsius(input.temp_f), celsius(input.dewpoint_f));
    return isNone(slowdown)
      ? { slowdown_pct_min: null, slowdown_pct_max: null }
      : { slowdown_pct_min: slowdown.range?.[0], slowdown_pct_max: slowdown.range?.[1] };
  },
  acsm_wbgt_action: (input: { wbgt_c: number }) => {
    const fresh = acsmAction(input.wbgt_c, false);
    const used = acsmAction(input.wbgt_c, true);
    return {
      non_acclimatised: 'reason' in fresh ? fresh.reason : fresh.action,
      acclimatised: 'reason' in used ? used.reason : used.action,
    };
  },
  altitude_aerobic_power_pct: (input: { altitude_m: number }) =>
    aerobicPowerAtAltitude(input.altitude_m).value,
  aero_cost: (input: {
    height_m: number;
    mass_kg: number;
    speed_m_s: number;
    headwind_m_s: number;
  }) => {
    const cost = aeroCost(input.height_m, input.mass_kg, input.speed_m_s, input.headwind_m_s);
    return {
      frontal_area_m2: cost.frontalAreaM2,
      drag_n: cost.dragN,
      mech_cost_j_per_kg_m: cost.cost.value,
    };
  },
};
