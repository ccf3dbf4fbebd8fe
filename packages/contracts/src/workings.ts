import { z } from 'zod';

const operations = [
  'sum',
  'mean',
  'median',
  'largest',
  'middle',
  'difference',
  'ratio',
  'change',
  'share',
  'pace',
] as const;

/**
 * How a derived value came about, so that it can be worked out again: what was done, and with which numbers, in SI
 * units and in order. A year's sum names its months, a shorter one its runs. A count of runs needs none: `n` says it.
 */
export const Workings = z.object({ op: z.enum(operations), of: z.array(z.number()).max(400) });
export type Workings = z.infer<typeof Workings>;
