/** Weekday of a civil date, ISO: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Weekday of a day number (days since 1970-01-01, a Thursday). */
export function weekdayOf(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the ISO week that holds this day number. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

/** Civil date `YYYY-MM-DD` of a day number; the inverse of `dayNumber`. Years 0001–9999. */
export function civilDate(day: number): string {
  // March-based 400-year eras, the mirror image of the arithmetic in `dayNumber`.
  const shifted = day + 719_468;
  const era = quotient(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    quotient(dayOfEra, 1460) - quotient(dayOfEra, 36_524) + quotient(dayOfEra, 146_096);
  const yearOfEra = quotient(dayOfEra - leapDays, 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + quotient(yearOfEra, 4) - quotient(yearOfEra, 100));
  const marchMonth = quotient(5 * dayOfYear + 2, 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - quotient(153 * marchMonth + 2, 5) + 1;
  return `${`${year}`.padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** Whole quotient of two numbers ≥ 0. */
function quotient(a: number, b: number): number {
  return (a - (a % b)) / b;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
