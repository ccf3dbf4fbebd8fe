import { noLoad } from './build-session.ts';
import type { Phase } from './phases.ts';
import type { HardZone, ZoneLoad } from './step.ts';

const HARD_ZONES: readonly HardZone[] = ['M', 'T', 'I', 'R'];

/**
 * Caps after Daniels (I and R unverified): share of the week's distance, and an absolute end where he gives one.
 * Marathon pace is also limited to 110 min or 29 km.
 */
const ZONE_CAPS: Record<HardZone, { share: number; metres: number; seconds: number }> = {
  M: { share: 0.25, metres: 29_000, seconds: 6_600 },
  T: { share: 0.1, metres: Infinity, seconds: Infinity },
  I: { share: 0.08, metres: 10_000, seconds: Infinity },
  R: { share: 0.05, metres: 8_000, seconds: Infinity },
};

/** What a week may still spend on hard running. */
export type ZoneBudget = {
  weekM: number;
  hardShare: number;
  easyPaceSPerKm: number;
  used: ZoneLoad;
};

/** Budget of one week (P10): zone caps, and at least 75 % of the time easy, 85 % in base. `weekM` is the least the sessions will sum to. */
export function zoneBudget(weekM: number, phase: Phase, easyPaceSPerKm: number): ZoneBudget {
  return { weekM, hardShare: phase === 'base' ? 0.15 : 0.25, easyPaceSPerKm, used: noLoad() };
}

/** Whether so much more in one hard zone keeps the week inside its caps. */
export function fitsBudget(
  budget: ZoneBudget,
  wanted: HardZone,
  metres: number,
  seconds: number,
): boolean {
  const cap = ZONE_CAPS[wanted];
  const zoneM = budget.used[wanted].metres + metres;
  const zoneS = budget.used[wanted].seconds + seconds;
  if (zoneM > Math.min(cap.share * budget.weekM, cap.metres) || zoneS > cap.seconds) return false;
  let hardM = metres;
  let hardS = seconds;
  for (const zone of HARD_ZONES) {
    hardM += budget.used[zone].metres;
    hardS += budget.used[zone].seconds;
  }
  const easyS = ((budget.weekM - hardM) * budget.easyPaceSPerKm) / 1000;
  return hardS <= budget.hardShare * (easyS + hardS);
}

/** The budget after spending; spending is never checked twice. */
export function spend(budget: ZoneBudget, load: ZoneLoad): ZoneBudget {
  const used = noLoad();
  for (const zone of HARD_ZONES) {
    used[zone].metres = budget.used[zone].metres + load[zone].metres;
    used[zone].seconds = budget.used[zone].seconds + load[zone].seconds;
  }
  return { ...budget, used };
}

/** Largest distance in one zone that still fits, m, in steps of 500 m. */
export function roomFor(budget: ZoneBudget, zone: HardZone, paceSPerKm: number): number {
  let metres = 0;
  while (fitsBudget(budget, zone, metres + 500, ((metres + 500) * paceSPerKm) / 1000))
    metres += 500;
  return metres;
}
