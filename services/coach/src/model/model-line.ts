import { lineUp } from '../providers/line-up.ts';
import type { ModelProvider } from '../providers/model-provider.ts';
import type { Line } from '../providers/model-step.ts';

/** A provider in its place, with the longest response it is asked for. */
export type ModelLine = Line & { maxOutputTokens: number };

const ANSWER_TOKENS = 1500;
/** Thoughts are paid for and counted as output. */
const REASONING_TOKENS = 6000;

export function modelLines(providers: readonly ModelProvider[]): ModelLine[] {
  return lineUp(providers).map((line) => ({
    ...line,
    maxOutputTokens: line.provider.reasoning ? REASONING_TOKENS : ANSWER_TOKENS,
  }));
}
