/**
 * "I've moved your run to Friday": the coach reads and never changes anything (changes are proposals that the athlete
 * confirms elsewhere), so a sentence that claims or promises a change is false, whoever wrote it.
 */
export type ClaimSpot =
  | { is: 'open' }
  | { is: 'no' }
  /** From this word on the sentence is a claim; `instead` is what is true. */
  | { is: 'claim'; instead: string };
