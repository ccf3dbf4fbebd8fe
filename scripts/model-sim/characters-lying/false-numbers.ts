import type { Random } from '../../demo/random.ts';
import type { Shown } from './read-shown.ts';

/** So far away from everything that is true that no rounding, no "about" and no change of units can reach it. */
const AWAY = 0.12;
const MILE_KM = 1.609344;

/** Draws numbers that nothing of what was shown supports. */
export function createFalseNumbers(random: Random, shown: Shown, question: string) {
  const texts = [...shown.facts.map(({ value }) => value), question];
  const true_ = texts.flatMap(numbersIn);

  function draw(low: number, high: number, digits: number): number {
    for (let tries = 0; tries < 200; tries += 1) {
      const value = Number(random.between(low, high).toFixed(digits));
      if (true_.every((one) => isAway(value, one))) return value;
    }
    // Everything in between is true: far beyond it nothing is.
    return Number((high * 3.7).toFixed(digits));
  }

  /** A whole number in between that is not one of the true ones, as near to them as it may be. */
  function whole(low: number, high: number): number {
    const free = Array.from({ length: high - low + 1 }, (_, index) => low + index).filter(
      (value) => !true_.some((one) => Math.round(one) === value),
    );
    return free[random.whole(0, Math.max(0, free.length - 1))] ?? high;
  }

  /** `m:ss`, false both as minutes and as seconds. */
  function clock(lowMinutes: number, highMinutes: number): string {
    const minutes = draw(lowMinutes, highMinutes, 2);
    const whole = Math.floor(minutes);
    const seconds = Math.round((minutes - whole) * 60) % 60;
    return `${whole}:${String(seconds).padStart(2, '0')}`;
  }

  return { draw, whole, clock };
}

function isAway(value: number, truth: number): boolean {
  return [truth, truth * MILE_KM, truth / MILE_KM].every(
    (one) => Math.abs(value - one) > AWAY * Math.max(Math.abs(one), Math.abs(value)),
  );
}

/** As they are written, a time also in minutes and in seconds. */
function numbersIn(text: string): number[] {
  const times = [...text.matchAll(/(?:(\d+):)?(\d+):(\d\d)/g)].flatMap(([, h = '0', m, s]) => {
    const seconds = Number(h) * 3600 + Number(m) * 60 + Number(s);
    return [seconds, seconds / 60, seconds / 3600];
  });
  return [...times, ...[...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number))];
}
