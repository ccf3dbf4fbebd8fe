const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a civil date; civil dates have no zone, so plain UTC arithmetic is exact. */
export function dayNumber(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !Number.isInteger(day) || civilDate(day) !== date) {
    throw new RangeError(`Not a calendar date: ${date}`);
  }
  return day;
}

export function civilDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO: Monday 1 … Sunday 7. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Seconds to add to UTC to read the clock of the zone at this instant. */
export function zoneOffsetS(timeZone: string, instant: Date): number {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return (wall - Math.floor(instant.getTime() / 1000) * 1000) / 1000;
}

/**
 * The instant at which the zone's clock shows this date and second of the day. The offset is asked twice because the
 * first answer may lie on the other side of a change of the clock; a time that the spring change skips comes out an
 * hour later, one that the autumn change repeats is its first or second pass, whichever the offset settles on.
 */
export function instantOf(timeZone: string, date: string, secondOfDay: number): Date {
  const wall = dayNumber(date) * DAY_MS + secondOfDay * 1000;
  const guess = wall - zoneOffsetS(timeZone, new Date(wall)) * 1000;
  return new Date(wall - zoneOffsetS(timeZone, new Date(guess)) * 1000);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}
