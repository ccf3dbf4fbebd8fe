import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/** Air density, kg/m³, and drag coefficient. */
const DENSITY = 1.2;
const DRAG = 0.9;

export type AeroCost = {
  /** m² is not among the units, so the bare number. */
  frontalAreaM2: number | null;
  /** N, negative when the wind pushes. */
  dragN: number | null;
  /** Mechanical cost, J/kg/m. */
  cost: Result;
};

/**
 * Drag on a runner (`aero-cost/1`): F = ½·1.2·0.9·A·(v + w)|v + w|, A = 0.266·0.2025·height^0.725·mass^0.425, cost F/mass (Pugh
 * 1971; Arsac 2001 as in GoldenCheetah). Speed and head wind (tail wind negative) in m/s, at runner height. Annotation only.
 * `INVALID_INPUT`, `OUT_OF_RANGE` (height 1–2.5 m, mass 25–250 kg, speeds beyond 12, wind beyond 40 m/s).
 */
export function aeroCost(
  heightM: number,
  massKg: number,
  speed: number,
  headwind: number,
): AeroCost {
  const refuse = (cost: Result): AeroCost => ({ frontalAreaM2: null, dragN: null, cost });
  if (![heightM, massKg, speed, headwind].every(Number.isFinite))
    return refuse(none('INVALID_INPUT', 'all four must be numbers'));
  const inside =
    heightM >= 1 &&
    heightM <= 2.5 &&
    massKg >= 25 &&
    massKg <= 250 &&
    speed >= 0 &&
    speed <= 12 &&
    Math.abs(headwind) <= 40;
  if (!inside) return refuse(none('OUT_OF_RANGE', 'no runner has these numbers'));
  const area = 0.266 * 0.2025 * heightM ** 0.725 * massKg ** 0.425;
  const relative = speed + headwind;
  const drag = 0.5 * DENSITY * DRAG * area * relative * Math.abs(relative) + 0;
  return {
    frontalAreaM2: area,
    dragN: drag,
    cost: estimate(drag / massKg, 'J/kg/m', 'aero-cost/1'),
  };
}
