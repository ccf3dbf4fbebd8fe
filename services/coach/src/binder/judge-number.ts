import { isDistanceName, isGivenBack, isHarmless, isInFactWords, isYear } from './allow-number.ts';
import type { Evidence } from './gather-evidence.ts';
import { matchFact, type Match } from './match-fact.ts';
import type { Place } from './place.ts';
import type { Quantity } from './read-quantity.ts';

export type Verdict = { is: 'fact'; match: Match } | { is: 'text' } | { is: 'struck' };

/** A number is harmless, a fact, a name, a word of the registry, the athlete's own, or struck. */
export function judgeQuantity(quantity: Quantity, place: Place, evidence: Evidence): Verdict {
  if (isHarmless(quantity, place)) return { is: 'text' };
  if (isDistanceName(quantity, place, evidence)) return { is: 'text' };
  if (isYear(quantity, evidence)) return { is: 'text' };
  if (isTimeAgo(quantity, place, evidence)) return { is: 'text' };
  const match = matchFact(quantity, evidence, place);
  if (match) return { is: 'fact', match };
  const stands = isInFactWords(quantity, evidence) || isGivenBack(quantity, place, evidence);
  return { is: stands ? 'text' : 'struck' };
}

/** "your third run", "the second lap", "the 3rd": a count, a lap or a day of the turn. */
export function judgeOrdinal(value: number, place: Place, evidence: Evidence): Verdict {
  const what = place.next?.low ?? '';
  if (/^(?:km|kilometre|kilometer|mile|lap|split|interval|rep)s?$/.test(what)) {
    const isLap = evidence
      .facts()
      .some((fact) => fact.from.some(({ lap }) => lap === value - 1 || lap === value));
    return { is: isLap ? 'text' : 'struck' };
  }
  const unit = /^(?:run|session|workout|outing)s?$/.test(what)
    ? 'runs'
    : /^days?$/.test(what)
      ? 'days'
      : null;
  if (unit) {
    const isCounted = evidence.facts().some((fact) => fact.unit === unit && fact.value === value);
    return { is: isCounted ? 'text' : 'struck' };
  }
  const isDay = /\bthe\s*$/.test(place.before) && evidence.isKnownDay({ day: value });
  const isListing = place.before.trim() === '' && place.next?.low === ',';
  return { is: isDay || isListing ? 'text' : 'struck' };
}

/** "three days ago" is a date: one of the turn's days, and only where no fact says it already. */
function isTimeAgo(quantity: Quantity, place: Place, evidence: Evidence): boolean {
  if (place.next?.low !== 'ago') return false;
  const [reading] = quantity.readings;
  if (reading?.unit?.dimension !== 'days') return false;
  if (matchFact(quantity, evidence, place)) return false;
  return evidence.isRunAgo(
    Math.round(reading.value / reading.unit.of(1)),
    reading.unit.name === 'weeks' ? 6 : 0,
  );
}
