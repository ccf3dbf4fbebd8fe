import type { Workings } from './workings.ts';

/**
 * Works it out. `null` for numbers that the operation makes nothing of. Apart from the schema, because the browser
 * replays receipts, and must not be sent the schema library for it.
 */
export function replayWorkings({ op, of }: Workings): number | null {
  const [a, b] = of;
  switch (op) {
    case 'sum':
      return sumOf(of);
    case 'mean':
      return of.length === 0 ? null : sumOf(of) / of.length;
    case 'median':
      return medianOf(of);
    case 'largest':
      return of.length === 0 ? null : Math.max(...of);
    case 'middle':
      return pair(a, b, (low, high) => (low + high) / 2);
    case 'difference':
      return pair(a, b, (one, other) => one - other);
    case 'ratio':
      return pair(a, b, (one, other) => one / other);
    case 'change':
      return pair(a, b, (one, other) => (one / other - 1) * 100);
    case 'share':
      return pair(a, b, (part, whole) => (part / whole) * 100);
    case 'pace':
      return pair(a, b, (seconds, metres) => (seconds / metres) * 1000);
  }
}

function pair(
  a: number | undefined,
  b: number | undefined,
  work: (a: number, b: number) => number,
): number | null {
  if (a === undefined || b === undefined) return null;
  const value = work(a, b);
  return Number.isFinite(value) ? value : null;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
