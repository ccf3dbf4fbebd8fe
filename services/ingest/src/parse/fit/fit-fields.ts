/** One decoded message. Its shape is the file's word, so every field is looked at before it is believed. */
export type FitFields = Readonly<Record<string, unknown>>;

export function numberOf(fields: FitFields | undefined, ...names: string[]): number | null {
  for (const name of names) {
    const value = fields?.[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
  }
  return null;
}

export function timeOf(fields: FitFields | undefined, name: string): number | null {
  const value = fields?.[name];
  if (!(value instanceof Date)) return null;
  const ms = value.getTime();
  return Number.isFinite(ms) ? ms : null;
}

/** Names of the profile are words; values it does not know stay numbers. */
export function wordOf(fields: FitFields | undefined, name: string): string | null {
  const value = fields?.[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Invalid items become NaN, so that parallel arrays stay parallel. */
export function numbersOf(fields: FitFields | undefined, name: string): number[] {
  const value: unknown = fields?.[name];
  if (typeof value === 'number') return [value];
  if (!Array.isArray(value)) return [];
  return value.map((item) => (typeof item === 'number' ? item : Number.NaN));
}
