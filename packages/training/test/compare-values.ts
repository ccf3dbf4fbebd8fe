/** One row of a reference file (science.md §0). */
export type ReferenceRow = {
  input: unknown;
  expected: unknown;
  tolerance: { abs?: Tolerance; rel?: Tolerance };
  source: string;
};

/** One number for every numeric leaf, or one per named leaf. */
type Tolerance = number | Record<string, number>;

/** Where an answer differs from what was expected; empty when it agrees. Strings and null are exact. */
export function differences(
  expected: unknown,
  actual: unknown,
  tolerance: ReferenceRow['tolerance'],
  path = '',
  leaf = '',
): string[] {
  if (typeof expected === 'number') {
    const slack = slackFor(expected, tolerance, leaf);
    const agrees = typeof actual === 'number' && Math.abs(actual - expected) <= slack;
    return agrees ? [] : [`${path || 'value'}: ${show(actual)} is not ${expected} ± ${slack}`];
  }
  if (Array.isArray(expected)) {
    const list = Array.isArray(actual) ? actual : [];
    if (list.length !== expected.length)
      return [`${path || 'value'}: ${list.length} entries, not ${expected.length}`];
    return expected.flatMap((item, i) =>
      differences(item, list[i], tolerance, `${path}[${i}]`, leaf),
    );
  }
  if (expected !== null && typeof expected === 'object') {
    const record = actual !== null && typeof actual === 'object' ? actual : {};
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(
        value,
        (record as Record<string, unknown>)[key],
        tolerance,
        path ? `${path}.${key}` : key,
        key,
      ),
    );
  }
  return expected === actual
    ? []
    : [`${path || 'value'}: ${show(actual)} is not ${show(expected)}`];
}

/** Both kinds may be given: the wider one holds. A hair is added for decimals that floats cannot hold. */
function slackFor(expected: number, tolerance: ReferenceRow['tolerance'], leaf: string): number {
  const abs = named(tolerance.abs, leaf);
  const rel = named(tolerance.rel, leaf);
  return Math.max(abs, rel * Math.abs(expected)) + 1e-12 * Math.max(1, Math.abs(expected));
}

function named(tolerance: Tolerance | undefined, leaf: string): number {
  if (tolerance === undefined) return 0;
  return typeof tolerance === 'number' ? tolerance : (tolerance[leaf] ?? 0);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
