import { referencePerformance } from './reference-performance.ts';
import { referencePlan } from './reference-plan.ts';
import { referenceStreamsLoad } from './reference-streams-load.ts';

/**
 * Every topic of a reference file mapped to the project's functions. Unit conversion lives in the three parts, so that any file
 * of that shape can be run through this one record.
 */
export const reference: Record<string, (input: never) => unknown> = {
  ...referenceStreamsLoad,
  ...referencePerformance,
  ...referencePlan,
};
