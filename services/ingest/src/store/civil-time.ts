const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than a thousand uses of it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish writes dates the ISO way.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The athlete's calendar day (`YYYY-MM-DD`) and hour at an instant. */
export function civilTime(instant: Date, timeZone: string): { day: string; hour: number } {
  const text = formatOf(timeZone).format(instant);
  return { day: text.slice(0, 10), hour: Number(text.slice(11, 13)) };
}

/** A `date` column as Prisma gives it (midnight UTC) as a civil date, and the other way round. */
export function storedDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function toStored(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function addDays(day: string, days: number): string {
  return storedDay(new Date(toStored(day).getTime() + days * 86_400_000));
}
