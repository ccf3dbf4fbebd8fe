import type { Sample } from './recorded-run.ts';

const LONGEST_GAP_S = 8;

/**
 * "Smart" recording: a watch that saves memory writes a row only when something changed, which leaves irregular
 * gaps. The first and last rows and both sides of a pause always stay.
 */
export function recordSmartly(samples: readonly Sample[], alwaysAt: ReadonlySet<number>): Sample[] {
  const kept: Sample[] = [];
  for (const [index, sample] of samples.entries()) {
    const previous = kept.at(-1);
    const isEdge = index === samples.length - 1 || alwaysAt.has(sample.elapsedS);
    if (!previous || isEdge || hasChanged(previous, sample)) kept.push(sample);
  }
  return kept;
}

function hasChanged(before: Sample, now: Sample): boolean {
  return (
    now.elapsedS - before.elapsedS >= LONGEST_GAP_S ||
    Math.abs(now.speedMps - before.speedMps) > 0.25 ||
    Math.abs((now.heartRateBpm ?? 0) - (before.heartRateBpm ?? 0)) >= 3
  );
}
