import type { FactSheet, HomeView } from '@evensplit/contracts';
import { addDays, factOf, mondayOf } from '@evensplit/evidence';

/** Twelve weeks of volume with the long-term load at the end of each, and one sentence about where it goes. */
export function composeTrend(weeks: FactSheet, load: FactSheet, today: string): HomeView['trend'] {
  const thisMonday = mondayOf(today);
  const list = Array.from({ length: 12 }, (_, index) => {
    const weekStart = addDays(thisMonday, -7 * (11 - index));
    const subject = `week:${weekStart}`;
    const lastDay = weekStart === thisMonday ? today : addDays(weekStart, 6);
    const distance = factOf(weeks, 'week.distance', subject);
    return {
      weekStart,
      distanceM: distance?.value ?? 0,
      runs: factOf(weeks, 'week.runs', subject)?.value ?? 0,
      longTermLoad: factOf(load, 'load.long_term', `day:${lastDay}`)?.value ?? null,
      factId: distance?.id ?? null,
    };
  });
  const onToday = (metric: string) => factOf(load, metric, `day:${today}`);
  const loads = ['load.long_term', 'load.recent', 'load.balance'].flatMap(
    (metric) => onToday(metric) ?? [],
  );
  return {
    weeks: list,
    loadFactIds: loads.map((fact) => fact.id),
    sentence: trendSentence(load, today),
  };
}

/** The direction only when it is larger than a rounding step; a level trend is said to be level. */
function trendSentence(load: FactSheet, today: string): string | null {
  const ramp = factOf(load, 'load.ramp', `day:${today}`);
  const longTerm = factOf(load, 'load.long_term', `day:${today}`);
  if (!ramp || !longTerm) return null;
  if (Math.abs(ramp.value) < 0.5) return `Your long-term load is level at {{${longTerm.id}}}.`;
  return ramp.value > 0
    ? `Your long-term load rose by {{${ramp.id}}} over the last seven days and is now {{${longTerm.id}}}.`
    : `Your long-term load fell over the last seven days ({{${ramp.id}}}) and is now {{${longTerm.id}}}.`;
}
