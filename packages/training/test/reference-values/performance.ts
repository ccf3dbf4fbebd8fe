import type { ReferenceRow } from '../compare-values.ts';

/** Single rows for the topics of science.md §1, §2 (without critical speed), §6 (threshold) and §10, each with its source. */
export const performanceValues: Record<string, ReferenceRow[]> = {
  v_at_vo2max: [row({ pace_index: 50 }, 260.77, { abs: 0.01 }, 'root of the cost quadratic')],
  vo2_cost: [
    row({ v_m_per_min: 200 }, 36.0116, { abs: 0.0001 }, 'Daniels & Gilbert 1979, by hand'),
  ],
  fraction_vo2max: [row({ t_min: 60 }, 0.888, { abs: 0.0001 }, 'Daniels & Gilbert 1979')],
  pace_index_from_race: [
    row({ distance_m: 5000, time_s: 1197 }, 49.952, { abs: 0.005 }, 'Daniels & Gilbert 1979'),
    row({ distance_m: 10_000, time_s: 3600 }, 32.28, { abs: 0.005 }, 'Daniels & Gilbert 1979'),
  ],
  race_time_from_pace_index: [
    row(
      { pace_index: 50, distance_m: 5000 },
      1197,
      { rel: 0.002 },
      'published race table, one row',
    ),
    row({ pace_index: 85, distance_m: 42_195 }, 7270, { rel: 0.002 }, 'published race table'),
  ],
  pace_index_after_time_off: [
    row({ days_off: 7, cross_trained: false }, 0.994, { abs: 0.0005 }, 'time-off table 2018'),
    row({ days_off: 7, cross_trained: true }, 0.997, { abs: 0.0005 }, 'time-off table 2018'),
    row({ days_off: 21, cross_trained: false }, 0.952, { abs: 0.0005 }, 'time-off table 2018'),
    row({ days_off: 35, cross_trained: true }, 0.955, { abs: 0.0005 }, 'time-off table 2018'),
    row({ days_off: 72, cross_trained: false }, 0.8, { abs: 0.0005 }, 'time-off table 2018'),
  ],
  equivalent_time: [
    row(
      { from_distance_m: 15_000, from_time_s: 4068, to_distance_m: 5000 },
      1275.1,
      { rel: 0.0015 },
      'runworks.com output quoted 2007, 15 km in 1:07:48',
    ),
  ],
  training_pace: [
    row({ pace_index: 50, zone: 'T' }, 255, { abs: 1 }, 'published pace table, one row'),
    row({ pace_index: 60, zone: 'I' }, 203, { abs: 3 }, 'published pace table, one row'),
    row({ pace_index: 45, zone: 'R', per: '400m' }, 94, { abs: 2.6 }, 'published pace table'),
  ],
  riegel: [
    row(
      { time_s: 1200, d1_m: 5000, d2_m: 42_195, k: 1.06 },
      11_509.3,
      { abs: 0.1 },
      'Riegel 1981, 3:11:49',
    ),
  ],
  riegel_personal_exponent: [
    row({ d1_m: 5000, t1_s: 1200, d2_m: 10_000, t2_s: 2400 }, 1, { abs: 1e-9 }, 'same pace twice'),
  ],
  cameron: [
    row({ time_s: 1200, d1_m: 5000, d2_m: 10_000 }, 2500, { abs: 2 }, 'Cameron 1998, 41:40'),
  ],
  vickers_model1: [
    row(
      { time_s: 6300, distance_m: 21_097.5, miles_per_week: 20 },
      14_357,
      { abs: 1 },
      'Vickers & Vertosick 2016, half 1:45:00 → 3:59:17',
    ),
  ],
  vickers_model2: [
    row(
      { d1_m: 10_000, t1_s: 2700, d2_m: 21_097.5, t2_s: 6000, miles_per_week: 30 },
      13_354,
      { abs: 1 },
      'Vickers & Vertosick 2016, model 2',
    ),
  ],
  tanda: [
    row(
      { km_per_week: 96.56064, pace_s_per_km: 450 / 1.609344 },
      10_751,
      { abs: 4 },
      'Tanda 2011 as quoted, 60 mi/week at 7:30/mi → 2:59:11',
    ),
  ],
  age_grade_2025_road: [
    row(
      { sex: 'M', age: 40, distance_km: 5, time_s: 1200 },
      { open_standard_s: 769, factor: 0.9475, grade_pct: 67.63 },
      { abs: { open_standard_s: 0.1, factor: 0.00001, grade_pct: 0.01 } },
      '2025 road tables (CC0)',
    ),
    row(
      { sex: 'M', age: 40, distance_km: 8, time_s: 2000 },
      { factor: 0.9584 },
      { abs: 0.00001 },
      '2025 road tables: an interpolated published cell',
    ),
  ],
  age_grade_interpolation: [
    row(
      { factor_lo: 0.9475, factor_hi: 0.9636, km_lo: 5, km_hi: 10, km: 8 },
      0.9584,
      { abs: 0.00015 },
      'README of the 2025 tables',
    ),
  ],
  threshold_from_best_effort: [
    row(
      { distance_m: 10_000, time_s: 3600 },
      { pace_index: 32.28, t_pace_s_per_km: 362.6, pace_60min_s_per_km: 360 },
      { abs: 0.05 },
      'the 60-minute pace of a 60-minute race is its own pace',
    ),
  ],
  rmssd: [
    row({ rr_ms: [900, 900] }, { rmssd_ms: 0, ln_rmssd: null }, { abs: 0 }, '0 has no logarithm'),
    row({ rr_ms: [800, 830, 790] }, { rmssd_ms: 35.355 }, { abs: 0.001 }, '√((900 + 1600)/2)'),
  ],
  hrv_swc_state: [
    row(
      {
        baseline_ln_rmssd: [4, 4.1, 4, 4.1, 4, 4.1, 4, 4.1, 4, 4.1, 4, 4.1, 4, 4.1],
        last7_ln_rmssd: [4.3, 4.3, 4.3],
      },
      { state: 'above', mean: 4.05 },
      { abs: 1e-9 },
      'three nights above mean + 0.5 SD',
    ),
    row(
      { baseline_ln_rmssd: [4, 4.1], last7_ln_rmssd: [4, 4, 4] },
      { state: 'insufficient' },
      { abs: 0 },
      '14 baseline nights are needed',
    ),
  ],
  fisher_ci95: [row({ n: 20, r: 0.5 }, [0.0738, 0.7718], { abs: 0.0001 }, 'Fisher z')],
  n_for_correlation: [
    row({ r: 0.2 }, 194, { abs: 0 }, 'Fisher z, 80 % power'),
    row({ r: 0.6 }, 20, { abs: 0 }, 'Fisher z, 80 % power'),
  ],
  effective_n_ar1: [row({ n: 60, rho_x: 0.5, rho_y: 0.5 }, 36, { abs: 1e-9 }, 'Bartlett')],
  benjamini_hochberg: [
    row({ p: [0.04, 0.04, 0.04], q: 0.05 }, { rejections: 3 }, { abs: 0 }, 'step-up, ties'),
    row({ p: [0.001, 0.2, 0.3, 0.9], q: 0.1 }, { rejections: 1 }, { abs: 0 }, 'step-up'),
    row(
      { p: [0.9, 0.04, 0.03], q: 0.06 },
      { rejections: 2 },
      { abs: 0 },
      'a later p carries an earlier',
    ),
  ],
  correlation: [
    row(
      { x: [1, 2, 3, 4, 5], y: [2, 4, 5, 4, 5] },
      { pearson: 0.7746, spearman: 0.73786 },
      { abs: 0.0001 },
      'scipy 1.17, average ranks for ties',
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
