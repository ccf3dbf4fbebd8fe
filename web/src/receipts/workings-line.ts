import { type DistanceUnits, type Fact, renderValue, replayWorkings } from '@evensplit/contracts';

/**
 * What a sum, a mean or a middle was made of, and what it comes to when it is worked out here again. `null` where the
 * line of arithmetic names its two numbers already.
 */
export function workingsLine(
  { workings, unit, metric }: Pick<Fact, 'workings' | 'unit' | 'metric'>,
  units: DistanceUnits,
): string | null {
  const result = workings ? replayWorkings(workings) : null;
  if (!workings || result === null || workings.of.length < 2) return null;
  const show = (value: number) => renderValue(value, unit, units, metric);
  const parts = workings.of.map(show);
  switch (workings.op) {
    case 'sum':
      return `${parts.join(' + ')} = ${show(result)}`;
    case 'mean':
      return `(${parts.join(' + ')}) ÷ ${parts.length} = ${show(result)}`;
    case 'median':
      return `${show(result)} in the middle of ${workings.of
        .toSorted((a, b) => a - b)
        .map(show)
        .join(', ')}`;
    case 'largest':
      return `${show(result)} is the most of ${parts.join(', ')}`;
    case 'middle':
      return `${show(result)}, halfway between ${parts.join(' and ')}`;
    case 'difference':
    case 'ratio':
    case 'change':
    case 'share':
    case 'pace':
      return null;
  }
}
