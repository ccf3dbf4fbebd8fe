/** A formatter costs far more than a use of it, and a list of thousands uses the same few. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', options);
  formatters.set(key, known);
  return known;
}

/** Dates are civil: a run on the 14th stays on the 14th wherever the page is read. */
export function formatCivilDate(
  date: string,
  options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' },
): string {
  return formatterFor({ ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

export function formatInstant(
  instant: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  },
): string {
  return formatterFor({ ...options, timeZone }).format(new Date(instant));
}

export function formatCount(value: number): string {
  return new Intl.NumberFormat('en-GB').format(value);
}

/** "just now", "5 minutes ago", "3 days ago". */
export function formatAgo(instant: string, now: number = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return plural(Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return plural(Math.floor(seconds / 3600), 'hour');
  if (seconds < 60 * 86_400) return plural(Math.floor(seconds / 86_400), 'day');
  return plural(Math.floor(seconds / (30.4 * 86_400)), 'month');
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/** "about 40 s", "about 3 min": a forecast that would jitter if it were shown to the second. */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 55) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}
