/** The civil date at an instant in a time zone, `YYYY-MM-DD`. */
export function civilDay(instant: Date, timeZone: string): string {
  // Swedish writes dates the ISO way.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** A `date` column as Prisma gives it (midnight UTC) as a civil date. */
export function storedDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A civil date as a `date` column takes it. */
export function toStored(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function addDays(day: string, days: number): string {
  return storedDay(new Date(toStored(day).getTime() + days * 86_400_000));
}

/** The same day of the month so many months on; for the first of a month, which every month has. */
export function addMonths(firstOfMonth: string, months: number): string {
  const date = toStored(firstOfMonth);
  date.setUTCMonth(date.getUTCMonth() + months);
  return storedDay(date);
}

export function monthEnd(firstOfMonth: string): string {
  return addDays(addMonths(firstOfMonth, 1), -1);
}

/** The Monday of the ISO week a civil date lies in. */
export function mondayOf(day: string): string {
  const weekday = (toStored(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((toStored(to).getTime() - toStored(from).getTime()) / 86_400_000);
}
