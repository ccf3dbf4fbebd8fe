/** Units a training result may carry. SI inside; conversion happens at the edge. */
export type Unit =
  | 'm'
  | 's'
  | 'm/s'
  | 's/km'
  | 'bpm'
  | 'bpm/h'
  | 'spm'
  | 'W'
  | 'kg'
  | '%'
  | '1'
  | 'load'
  | 'load/day'
  | 'index'
  | 'J/kg/m'
  | 'J/kg'
  | 'ml/kg/min'
  | 'beats/km'
  | 'm/beat'
  | '°C'
  | 'km'
  | 'runs'
  | 'days'
  | 'ms';

/** How far a value may be trusted: a device value or exact sum, a model inside its range, or outside it. */
export type Quality = 'measured' | 'estimated' | 'extrapolated';

/** Why there is no value (science.md §0). */
export type Reason =
  | 'MISSING_INPUT'
  | 'INVALID_INPUT'
  | 'OUT_OF_RANGE'
  | 'TOO_SHORT'
  | 'TOO_FEW'
  | 'TOO_OLD'
  | 'LOW_COVERAGE'
  | 'UNRELIABLE_SENSOR'
  | 'NOT_STEADY'
  | 'NO_VARIATION'
  | 'NOT_APPLICABLE'
  | 'RED_FLAG'
  | 'WEEKS_LT_TAPER'
  | 'NO_BASELINE'
  | 'NOT_ENOUGH_DAYS';

/** A value with everything needed to defend it. `method` is `name/version`: a changed formula or constant bumps it. */
export type Estimate = {
  value: number;
  unit: Unit;
  range: [low: number, high: number] | null;
  quality: Quality;
  method: string;
  n?: number;
  flags: string[];
};

/** The honest absence of a value. */
export type None = { value: null; reason: Reason; detail: string };

export type Result = Estimate | None;

export function none(reason: Reason, detail: string): None {
  return { value: null, reason, detail };
}

export function isNone<T extends { value: unknown }>(result: T | None): result is None {
  return result.value === null;
}
