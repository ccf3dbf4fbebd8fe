import { createHash } from 'node:crypto';
import type { Fact } from '@evensplit/contracts';
import { describeMetric } from './metrics.ts';

export type FactInput = Omit<Fact, 'id' | 'label' | 'unit' | 'flags'> & {
  flags?: string[];
  label?: string;
};

/**
 * A fact with its stable id: a hash of metric, subject, value, range, method and the windows it came from. The same
 * statement has the same id on every screen and every day; a changed value, formula version or run gives another id.
 */
export function makeFact(input: FactInput): Fact {
  const { label, unit } = describeMetric(input.metric);
  const identity = JSON.stringify([
    input.metric,
    input.subject,
    input.value,
    input.range ?? null,
    input.method,
    input.from,
    // What has no words keeps the id it always had.
    ...(input.words === undefined ? [] : [input.words]),
  ]);
  const id = createHash('sha256').update(identity).digest('base64url').slice(0, 16);
  return { ...input, id, label: input.label ?? label, unit, flags: input.flags ?? [] };
}
