import { none, type Estimate, type None } from './result.ts';

/**
 * Factor on the pace index after days without running: nothing is lost for 5 days, then 3 thousandths a day down to 0.800;
 * with cross-training half of the loss, rounded up to a thousandth. Days ≥ 0 (fractions count down to whole days), result without unit.
 * `INVALID_INPUT` when not finite or negative. Source: time-off table on the method's own site, 2018, with its 42-day typo read as 0.944.
 */
export function timeOffFactor(daysOff: number, crossTrained: boolean): Estimate | None {
  if (!Number.isFinite(daysOff) || daysOff < 0)
    return none('INVALID_INPUT', 'days off must be zero or more');
  const loss = Math.min(200, Math.max(0, 3 * (Math.floor(daysOff) - 5)));
  const thousandths = crossTrained ? Math.ceil(loss / 2) : loss;
  return {
    value: (1000 - thousandths) / 1000,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'time-off/1',
    flags: [],
  };
}
