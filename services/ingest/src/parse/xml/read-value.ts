/** Decimal numbers only: what else JavaScript takes for a number ("", "0x10", "Infinity") is not one in these files. */
export function readNumber(text: string | undefined): number | null {
  const trimmed = text?.trim();
  if (trimmed === undefined || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(trimmed))
    return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

/** A time without a zone is UTC in both formats; left alone it would become the server's local time. */
export function readTime(text: string | undefined): number | null {
  const trimmed = text?.trim();
  if (trimmed === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(trimmed)) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/iu.test(trimmed) ? trimmed : `${trimmed}Z`;
  const ms = Date.parse(zoned);
  return Number.isFinite(ms) ? ms : null;
}
