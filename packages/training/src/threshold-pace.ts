import { fractionAt, speedAtCost } from './oxygen-power.ts';
import { paceIndex, type Performance } from './pace-index.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

/** Threshold pace in s/km together with what it was made from. */
export type ThresholdPace = Estimate & {
  paceIndex: number;
  /** Cross-check in s/km: the pace that the same index holds for exactly 60 minutes. */
  sixtyMinutePace: number;
};

/** The share of the index that is threshold effort. */
const THRESHOLD_SHARE = 0.88;

function paceAt(index: number, share: number): number {
  return 60_000 / speedAtCost(share * index);
}

/**
 * Threshold pace in s/km: the pace at 0.88 of the pace index. The range spans index ±1 and the 60-minute pace.
 * Index 30–85 `estimated`, 20–90 `extrapolated`, beyond `OUT_OF_RANGE`; `INVALID_INPUT` when not a positive number.
 * Source: Daniels & Gilbert 1979; the share from Daniels' pace table.
 */
export function thresholdPaceFromIndex(index: number): ThresholdPace | None {
  if (!Number.isFinite(index) || index <= 0)
    return none('INVALID_INPUT', 'index is not a positive number');
  if (index < 20 || index > 90) return none('OUT_OF_RANGE', 'index outside 20–90');
  const value = paceAt(index, THRESHOLD_SHARE);
  const sixtyMinutePace = paceAt(index, fractionAt(60));
  return {
    value,
    unit: 's/km',
    range: [
      Math.min(sixtyMinutePace, paceAt(index + 1, THRESHOLD_SHARE)),
      Math.max(sixtyMinutePace, paceAt(index - 1, THRESHOLD_SHARE)),
    ],
    quality: index >= 30 && index <= 85 ? 'estimated' : 'extrapolated',
    method: 'threshold/1',
    flags: [],
    paceIndex: index,
    sixtyMinutePace,
  };
}

/**
 * Threshold pace in s/km from one all-out effort (m, s). Reasons as `paceIndex`; `extrapolated` when its index is.
 * An effort far from an hour is still usable, because the index carries the duration.
 */
export function thresholdPaceFromEffort(effort: Performance): ThresholdPace | None {
  const index = paceIndex(effort);
  if (isNone(index)) return index;
  const pace = thresholdPaceFromIndex(index.value);
  return isNone(pace) ? pace : { ...pace, quality: index.quality };
}
