import { simplifiedWbgt } from './humidity.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

/** From free to forbidden. */
export type HeatAction = 'normal' | 'discretion' | 'modify' | 'limit_intense' | 'cancel';

/** Below this no message is shown, °C (policy). */
const SILENT_BELOW = 22.3;

/** Upper WBGT bounds, °C, ACSM 2007. */
const TABLE: readonly { upTo: number; unacclimatised: HeatAction; acclimatised: HeatAction }[] = [
  { upTo: 27.8, unacclimatised: 'modify', acclimatised: 'normal' },
  { upTo: 30.0, unacclimatised: 'limit_intense', acclimatised: 'discretion' },
  { upTo: 32.2, unacclimatised: 'cancel', acclimatised: 'limit_intense' },
  { upTo: Infinity, unacclimatised: 'cancel', acclimatised: 'cancel' },
];

/** What ACSM 2007 says for a WBGT (°C); unknown acclimatisation counts as none. `INVALID_INPUT` when not finite. */
export function acsmAction(
  wbgtC: number,
  acclimatised: boolean | null = null,
): { action: HeatAction; method: 'acsm-2007/1' } | None {
  if (!Number.isFinite(wbgtC)) return none('INVALID_INPUT', 'temperature is not a number');
  const row = TABLE.find(({ upTo }) => wbgtC <= upTo)!;
  return {
    action: acclimatised === true ? row.acclimatised : row.unacclimatised,
    method: 'acsm-2007/1',
  };
}

export type HeatGuard = { action: HeatAction; wbgt: Estimate; isShown: boolean };

/**
 * The guard for a planned run: simplified WBGT from forecast temperature (°C) and humidity (%), then the ACSM table. Below
 * 22.3 °C the action is `normal` and nothing is shown (policy). Reasons as `simplifiedWbgt`.
 */
export function heatGuard(
  temperatureC: number,
  humidity: number,
  acclimatised: boolean | null = null,
  sky: 'sun' | 'cloud-or-night' | 'unknown' = 'unknown',
): HeatGuard | None {
  const wbgt = simplifiedWbgt(temperatureC, humidity, sky);
  if (isNone(wbgt)) return wbgt;
  const action = acsmAction(wbgt.value, acclimatised);
  if ('reason' in action) return action;
  const isShown = wbgt.value >= SILENT_BELOW;
  return { action: isShown ? action.action : 'normal', wbgt, isShown };
}
