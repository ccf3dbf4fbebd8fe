import type { ReferenceRow } from '../compare-values.ts';

/** Single rows for the topics of science.md §3–§8 and critical speed, each with where its number comes from. */
export const streamsLoadValues: Record<string, ReferenceRow[]> = {
  minetti_measured: [
    row({ grade: 0 }, 3.4, { abs: 0.24 }, 'Minetti 2002 abstract, measured mean, tolerance 1 SD'),
    row({ grade: -0.2 }, 1.73, { abs: 0.36 }, 'Minetti 2002 abstract, measured mean, 1 SD'),
  ],
  minetti_cost: [
    row({ grade: 0.1 }, 5.968, { abs: 0.001 }, 'Minetti 2002, the polynomial by hand'),
    row({ grade: 0.6 }, 19.426, { abs: 0.001 }, 'grades beyond 0.45 are clamped'),
  ],
  gap_factor_minetti: [row({ grade: 0.1 }, 1.658, { abs: 0.001 }, 'C(0.10)/C(0), Minetti 2002')],
  gap_factor_strava_fit: [
    row({ grade_pct: 10 }, 1.439, { abs: 0.001 }, 'sci-dani fit to the curve of Robb 2017'),
    row({ grade_pct: -9.4 }, 0.865, { abs: 0.001 }, 'the minimum of that fit'),
  ],
  trimp_banister: [
    row(
      { minutes: 60, hr: 150, hr_rest: 50, hr_max: 190, sex: 'F' },
      121.5,
      { abs: 0.05 },
      'Banister 1991, women 0.86 e^(1.67 x)',
    ),
  ],
  trimp_goldencheetah_female_variant: [
    row(
      { minutes: 60, hr: 150, hr_rest: 50, hr_max: 190 },
      90.42,
      { abs: 0.01 },
      'GoldenCheetah TRIMPPoints.cpp keeps a = 0.64 for women',
    ),
  ],
  trimp_max_per_min: [row({ sex: 'M' }, 4.37, { abs: 0.01 }, 'fellrnr.com, TRIMP page')],
  trimp_edwards: [
    row({ minutes_in_zone_1to5: [10, 20, 15, 5, 0] }, 115, { abs: 0 }, 'Edwards 1993, weights 1–5'),
  ],
  srpe: [row({ rpe: 6, minutes: 120 }, 720, { abs: 0 }, 'Foster 2001 as worked on fellrnr.com')],
  rtss: [
    row(
      { duration_s: 3600, ngp_s_per_unit: 360, threshold_s_per_unit: 240 },
      44.4,
      { abs: 0.6 },
      'slowtwitch thread 682825: about 44, with speeds and not paces',
    ),
  ],
  hrtss_trimp100: [
    row(
      { hours: 1, hr: 170, hr_rest: 50, hr_max: 190, lthr: 170, sex: 'M' },
      100,
      { abs: 1e-9 },
      'an hour at threshold is 100 by definition',
    ),
  ],
  hrtss_hrr: [
    row(
      { hours: 2, hr: 155, hr_rest: 45, hr_max: 185, thr_fraction_hrr: 0.83 },
      179.4,
      { abs: 0.5 },
      'pacelore.com, worked in rounded steps',
    ),
  ],
  ewma_alpha: [
    row({ tau: 42, variant: 'exp' }, 0.023528, { abs: 1e-6 }, '1 − e^(−1/42)'),
    row({ tau: 7, variant: 'span' }, 0.25, { abs: 0 }, '2/(7 + 1), Williams 2017'),
  ],
  ewma_step_response: [
    row(
      { days: 42, daily: 100, tau: 42, variant: 'exp', seed: 0 },
      63.2121,
      { abs: 0.001 },
      '100 (1 − e^(−1))',
    ),
    row(
      { days: 42, daily: 100, tau: 42, variant: 'span', seed: 0 },
      86.4716,
      { abs: 0.001 },
      'closed form 100 (1 − (1 − α)^42)',
    ),
  ],
  tsb: [
    row(
      { loads: [100], seed_ctl: 50, seed_atl: 70, convention: 'previous_day' },
      -20,
      { abs: 1e-9 },
      'the day before the first is the seed',
    ),
  ],
  ramp_rate: [
    row(
      { loads: [60, 60, 60, 60, 60, 60, 60], seed_ctl: 60 },
      0,
      { abs: 1e-9 },
      'a level load has no ramp',
    ),
  ],
  foster_monotony: [
    row(
      { daily: [100, 200, 300, 400, 300, 200, 100] },
      { total: 1600, mono_sample: 2.0542, strain_sample: 3286.74, mono_pop: 2.2188 },
      { abs: 0.01 },
      'Foster 1998, both spreads by hand',
    ),
    row(
      { daily: [100, 100, 100, 100, 100, 100, 100] },
      { total: 700, mono_sample: null, strain_sample: null },
      { abs: 0 },
      'no spread, no ratio',
    ),
  ],
  acwr: [
    row(
      { weekly: [0, 0, 0, 300] },
      { coupled: 4, uncoupled: null },
      { abs: 1e-9 },
      'C = 4U/(U + 3) never passes 4',
    ),
  ],
  session_spike_band: [
    row(
      { longest_30d_km: 20, session_km: 22 },
      { ratio: 1.1, band: 'reference' },
      { abs: 1e-9 },
      'Frandsen 2025: up to 10 % is the reference',
    ),
    row(
      { longest_30d_km: 20, session_km: 40.1 },
      { ratio: 2.005, band: 'large' },
      { abs: 1e-9 },
      'Frandsen 2025: more than 100 %',
    ),
  ],
  decoupling_pct: [
    row(
      { v1_m_s: 3.2, hr1: 140, v2_m_s: 3.2, hr2: 147 },
      4.76,
      { abs: 0.005 },
      '100 (1 − 140/147)',
    ),
  ],
  smyth_decoupling_ratio: [
    row(
      { hr_pct_5_10: 85, cs_frac_5_10: 0.9, hr_pct_35_40: 92, cs_frac_35_40: 0.84 },
      1.1597,
      { abs: 0.0001 },
      'Smyth 2022: (92/0.84)/(85/0.9)',
    ),
  ],
  hrmax_age: [
    row({ age: 40, formula: 'tanaka' }, 180, { abs: 0 }, 'Tanaka 2001: 208 − 0.7·40'),
    row({ age: 40, formula: 'gellish' }, 179, { abs: 0 }, 'Gellish 2007: 207 − 0.7·40'),
  ],
  karvonen: [
    row({ hr_rest: 50, hr_max: 190, intensity: 0.6 }, 134, { abs: 1e-9 }, 'Karvonen 1957'),
  ],
  friel_run_zone: [
    row({ lthr: 170, hr: 144 }, '1', { abs: 0 }, 'Friel: 144/170 is below 85 %'),
    row({ lthr: 180, hr: 153 }, '2', { abs: 0 }, 'Friel, half-open: 153/180 is exactly 85 %'),
    row({ lthr: 170, hr: 170 }, '5a', { abs: 0 }, 'Friel: 100 % opens 5a'),
    row({ lthr: 200, hr: 214 }, '5c', { abs: 0 }, 'Friel: exactly 107 % opens 5c'),
  ],
  critical_speed: [
    row(
      {
        efforts: [
          { distance_m: 1200, time_s: 217.955 },
          { distance_m: 2400, time_s: 460.87 },
          { distance_m: 3600, time_s: 703.785 },
        ],
      },
      { cs_m_s: 4.94, dprime_m: 123.3 },
      { abs: { cs_m_s: 0.005, dprime_m: 0.5 } },
      'means of Kordi 2019, turned into times and back',
    ),
    row(
      {
        efforts: [
          { distance_m: 1000, time_s: 200 },
          { distance_m: 3000, time_s: 600 },
          { distance_m: 5000, time_s: 1000 },
        ],
      },
      'OUT_OF_RANGE',
      { abs: 0 },
      'D′ of 0 is outside 50–500 m',
    ),
  ],
  best_effort: [
    row(
      { time_s: [0, 10, 20, 30], dist_m: [0, 30, 90, 100], target_m: 70 },
      13.3333,
      { abs: 0.0001 },
      'the window that ends on a sample; starts alone would give 16.67',
    ),
    row(
      { time_s: [0, 100, 160, 260], dist_m: [0, 400, 400, 800], target_m: 400 },
      100,
      { abs: 1e-9 },
      'waiting before the start does not count',
    ),
    row(
      { time_s: [0, 10], dist_m: [0, 30], target_m: 31 },
      null,
      { abs: 0 },
      'longer than the run',
    ),
  ],
  haversine: [
    row(
      { lat1: 0, lon1: 0, lat2: 0, lon2: 1 },
      111_195.08,
      { abs: 0.01 },
      'one degree on the IUGG mean sphere',
    ),
  ],
  elevation_gain_zigzag: [
    row(
      { elevation_m: [10, 20, 10, 20, 10], threshold_m: 5 },
      { gain_m: 20, loss_m: 20 },
      { abs: 0 },
      'science.md §7',
    ),
    row(
      { elevation_m: [100, 101, 100, 101, 100], threshold_m: 2 },
      { gain_m: 0, loss_m: 0 },
      { abs: 0 },
      'science.md §7',
    ),
  ],
  dew_point_magnus: [
    row({ temp_c: 30, rh_pct: 50 }, 18.45, { abs: 0.01 }, 'Alduchov & Eskridge 1996 constants'),
  ],
  wet_bulb_stull: [row({ temp_c: 20, rh_pct: 50 }, 13.7, { abs: 0.05 }, 'Stull 2011, his example')],
  swbgt_bom: [row({ temp_c: 30, rh_pct: 50 }, 29.26, { abs: 0.01 }, 'Australian BoM formula')],
  mantzios_slowdown: [
    row(
      { wbgt_c: 18 },
      { min_pct: 0.9, max_pct: 1.2 },
      { abs: 1e-9 },
      'Mantzios 2022: 0.3–0.4 % per degree above 15',
    ),
  ],
  ely_top3_men_pct_off_record: [
    row({ wbgt_mid_c: 7.5 }, 1.7, { abs: 0 }, 'Ely 2007 abstract, Q1'),
    row({ wbgt_mid_c: 12.5 }, 2.5, { abs: 0 }, 'Ely 2007 abstract, Q2'),
    row({ wbgt_mid_c: 17.5 }, 3.3, { abs: 0 }, 'Ely 2007 abstract, Q3'),
    row({ wbgt_mid_c: 22.5 }, 4.5, { abs: 0 }, 'Ely 2007 abstract, Q4'),
  ],
  hadley_temp_plus_dewpoint: [
    row(
      { temp_f: 74, dewpoint_f: 71 },
      { slowdown_pct_min: 3, slowdown_pct_max: 4.5 },
      { abs: 1e-9 },
      'Hadley 2013, maximumperformancerunning.blogspot.com',
    ),
    row(
      { temp_f: 60, dewpoint_f: 50 },
      { slowdown_pct_min: 0, slowdown_pct_max: 0.5 },
      { abs: 1e-9 },
      'the same chart, exactly on a bound',
    ),
  ],
  acsm_wbgt_action: [
    row(
      { wbgt_c: 27.8 },
      { non_acclimatised: 'modify', acclimatised: 'normal' },
      { abs: 0 },
      'ACSM 2007 as in PMC5094838, table 3',
    ),
    row(
      { wbgt_c: 32.3 },
      { non_acclimatised: 'cancel', acclimatised: 'cancel' },
      { abs: 0 },
      'ACSM 2007 as in PMC5094838, table 3',
    ),
  ],
  altitude_aerobic_power_pct: [
    row({ altitude_m: 2240 }, 85.7, { abs: 0.05 }, 'Péronnet 1991, one secondary source'),
  ],
  aero_cost: [
    row(
      { height_m: 1.75, mass_kg: 70, speed_m_s: 4, headwind_m_s: 0 },
      { frontal_area_m2: 0.4917, drag_n: 4.2481, mech_cost_j_per_kg_m: 0.06069 },
      { abs: { frontal_area_m2: 0.001, drag_n: 0.01, mech_cost_j_per_kg_m: 0.0001 } },
      'Arsac 2001 as in GoldenCheetah GOVSS.cpp',
    ),
  ],
};

function row(
  input: unknown,
  expected: unknown,
  tolerance: ReferenceRow['tolerance'],
  source: string,
): ReferenceRow {
  return { input, expected, tolerance, source };
}
