import { median } from './median.ts';
import { weekdayOf } from './plan/calendar-day.ts';

/** One value per consecutive civil day, null where unknown. */
export type DailySeries = readonly (number | null)[];

const TREND_DAYS = 28;

/**
 * Removes what would make any two series look linked: the median of the 28 days around each day (season, fitness) and the median
 * of each weekday's remainder (the week's rhythm). `firstDay` is a day number. Fewer than 2 values of a weekday leave it as it is.
 */
export function detrend(series: DailySeries, firstDay: number): (number | null)[] {
  const flat = series.map((value, day) => {
    if (value === null || !Number.isFinite(value)) return null;
    const around = series.slice(Math.max(0, day - TREND_DAYS / 2), day + TREND_DAYS / 2);
    const centre = median(around.filter((other) => other !== null));
    const rest = centre === null ? null : value - centre;
    return rest !== null && Number.isFinite(rest) ? rest : null;
  });
  const byWeekday = new Map<number, number[]>();
  for (const [day, value] of flat.entries()) {
    if (value === null) continue;
    const weekday = weekdayOf(firstDay + day);
    byWeekday.set(weekday, [...(byWeekday.get(weekday) ?? []), value]);
  }
  return flat.map((value, day) => {
    const peers = byWeekday.get(weekdayOf(firstDay + day)) ?? [];
    if (value === null || peers.length < 2) return value;
    return value - (median(peers) ?? 0);
  });
}
