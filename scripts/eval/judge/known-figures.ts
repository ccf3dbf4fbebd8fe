import { readFigures, type Figure, type Unit } from './read-figures.ts';

const MILE_KM = 1.609344;

/** The same value in the other ways in which it may be told. */
function alsoAs({ value, unit, isClock }: Figure): { value: number; unit: Unit | null }[] {
  if (isClock) {
    const pace = unit === 'pace-km' || unit === 'pace-mi';
    const whole = [
      { value: Math.floor(value / 3600), unit: 'h' as const },
      { value: Math.floor((value % 3600) / 60), unit: 'min' as const },
      { value: value / 60, unit: 'min' as const },
      { value: value % 60, unit: 's' as const },
    ];
    const other = unit === 'pace-km' ? value * MILE_KM : value / MILE_KM;
    const otherUnit = unit === 'pace-km' ? ('pace-mi' as const) : ('pace-km' as const);
    return pace ? [{ value: other, unit: otherUnit }] : whole;
  }
  if (unit === 'km') {
    return [
      { value: value / MILE_KM, unit: 'mi' },
      { value: value * 1000, unit: 'm' },
    ];
  }
  if (unit === 'mi') return [{ value: value * MILE_KM, unit: 'km' }];
  return [];
}

export type KnownFigures = { has(figure: Figure, before: string): boolean };

const HEDGE = /(?:about|around|roughly|nearly|almost|over|under|some|just)\s*$/i;

/** Numbers that stand in these texts, in any rounding and unit in which a person would tell them again. */
export function knownFigures(texts: readonly string[]): KnownFigures {
  const known = texts
    .flatMap(readFigures)
    .flatMap((figure) => [{ value: figure.value, unit: figure.unit }, ...alsoAs(figure)]);
  return {
    has: ({ value, unit, step, isClock }, before) =>
      known.some((one) => {
        const isOther = unit !== null && one.unit !== null && one.unit !== unit;
        if (isOther) return false;
        const off = Math.abs(one.value - value);
        const hedged = HEDGE.test(before) ? 0.05 * value : 0;
        return off <= Math.max(isClock ? 1 : step / 2, hedged) + 1e-9;
      }),
  };
}
