import { civilDate } from './civil-time.ts';

/** A temperate lowland climate: 1 °C in mid January, 19 °C in mid July, cooler at dawn than in the afternoon. */
export function usualTemperatureC(day: number, secondOfDay: number): number {
  const yearShare = (dayOfYear(day) - 198) / 365.25;
  const dayShare = (secondOfDay - 15.5 * 3600) / 86_400;
  return 10 + 9 * Math.cos(2 * Math.PI * yearShare) + 4 * Math.cos(2 * Math.PI * dayShare) - 1;
}

function dayOfYear(day: number): number {
  const newYear = Date.parse(`${civilDate(day).slice(0, 4)}-01-01T00:00:00Z`) / 86_400_000;
  return day - newYear + 1;
}

/** Days between this date and the nearest 15 January: small means the depth of winter. */
export function daysFromMidwinter(day: number): number {
  const distance = Math.abs(dayOfYear(day) - 15);
  return Math.min(distance, 365 - distance);
}

/**
 * Threshold speed over the history: quick gains first, slower later (a saturating exponential), a loss after illness
 * that is mostly back within six weeks, and a slow rhythm of better and worse spells.
 */
export function thresholdSpeed(at: {
  daysSinceStart: number;
  totalDays: number;
  daysSinceIllness: number | null;
}): number {
  const { daysSinceStart, totalDays, daysSinceIllness } = at;
  const share = daysSinceStart / Math.max(1, totalDays);
  const grown = (1 - Math.exp(-1.8 * share)) / (1 - Math.exp(-1.8));
  const spell = 0.008 * Math.cos((2 * Math.PI * (totalDays - daysSinceStart)) / 97);
  const lost = daysSinceIllness === null ? 0 : 0.05 * Math.exp(-daysSinceIllness / 20);
  return (3.42 + 0.42 * grown) * (1 + spell) * (1 - lost);
}
