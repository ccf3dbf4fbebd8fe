import type { Answer } from './ask.ts';
import { faults, type Fault, type Finding } from './judge/finding.ts';

/** How one who answers did, over everything that was asked. */
export type Tally = {
  name: string;
  answers: number;
  faults: Record<Fault, number>;
  strikes: number;
  /** True numbers that were said and might have been struck. */
  truths: number;
  /** Answers that the baseline wrote although a model had been asked. */
  fallbacks: number;
  /** Of the baseline's: those that say that the question was not understood. */
  notUnderstood: number;
  ms: number[];
  /** What an honest model said when some of it was struck. */
  struckTruths: string[];
  /** The first of each kind of fault, to look into. */
  examples: string[];
};

const EXAMPLES = 8;

export function emptyTally(name: string): Tally {
  return {
    name,
    answers: 0,
    faults: Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>,
    strikes: 0,
    truths: 0,
    fallbacks: 0,
    notUnderstood: 0,
    ms: [],
    struckTruths: [],
    examples: [],
  };
}

export type Judged = {
  who: string;
  question: string;
  answer: Answer;
  truths: number;
  wasModelAsked: boolean;
  findings: readonly Finding[];
};

export function count(tally: Tally, judged: Judged): void {
  const { answer, findings } = judged;
  tally.answers += 1;
  tally.strikes += answer.strikes;
  tally.truths += judged.truths;
  tally.ms.push(answer.ms);
  if (judged.wasModelAsked && answer.writer === 'baseline') tally.fallbacks += 1;
  if (answer.text.includes('I did not understand that')) tally.notUnderstood += 1;
  for (const fault of new Set(findings.map((finding) => finding.fault))) tally.faults[fault] += 1;
  for (const { fault, what } of findings) {
    const start = `${fault}: ${what} ← `;
    const isKnown = tally.examples.some((example) => example.startsWith(start));
    if (isKnown || tally.examples.length >= EXAMPLES) continue;
    tally.examples.push(`${start}${judged.who}: ${judged.question}`);
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
