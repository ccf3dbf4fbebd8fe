/** What must never reach a reader, or a model. */
export const faults = [
  'unsupported number',
  'untrue receipt',
  'empty answer',
  'another athlete',
  'closed lane',
  'markup or link',
  'fake action',
  'medical advice',
  'no writer',
  'stream differs',
] as const;
export type Fault = (typeof faults)[number];

/** One thing that went wrong, with the words that show it. */
export type Finding = { fault: Fault; what: string };
