import type { TurnErrorCode } from '@evensplit/contracts';

/** Why a running turn is told to end. It travels as the reason of the turn's one abort signal. */
export type AbortReason =
  | { kind: 'stop' }
  /** Somebody else owns the turn now: end without a trace. */
  | { kind: 'fenced' }
  | { kind: 'failed'; code: TurnErrorCode };

export function abortReasonOf(signal: AbortSignal): AbortReason {
  const reason: unknown = signal.reason;
  if (isAbortReason(reason)) return reason;
  return { kind: 'failed', code: 'internal' };
}

function isAbortReason(value: unknown): value is AbortReason {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
