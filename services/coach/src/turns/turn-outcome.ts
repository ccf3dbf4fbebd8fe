import type {
  Fact,
  LookedAt,
  TurnErrorCode,
  TurnEventOf,
  TurnStatus,
  Writer,
} from '@evensplit/contracts';

export type FinalStatus = Exclude<TurnStatus, 'running'>;

/** How a turn ended: what the row keeps and every subscriber is told. */
export type TurnOutcome = {
  status: FinalStatus;
  errorCode: TurnErrorCode | null;
  answer: string;
  writer: Writer | null;
  facts: Fact[];
  lookedAt: LookedAt[];
  /** Numbers that were left out of it. */
  strikes: number;
};

/** Asking again can help, unless the answer itself was the problem. */
function isRetryable(status: FinalStatus, errorCode: TurnErrorCode | null): boolean {
  return status === 'error' && errorCode !== 'output_limit' && errorCode !== 'content_filter';
}

export function endEvent(
  outcome: Omit<TurnOutcome, 'facts' | 'lookedAt'> & Partial<Pick<TurnOutcome, 'lookedAt'>>,
): TurnEventOf<'end'>['data'] {
  return {
    status: outcome.status,
    ...(outcome.errorCode === null ? {} : { errorCode: outcome.errorCode }),
    writer: outcome.writer,
    chars: outcome.answer.length,
    retryable: isRetryable(outcome.status, outcome.errorCode),
    ...(outcome.strikes > 0 ? { strikes: outcome.strikes } : {}),
    ...(outcome.lookedAt?.length ? { lookedAt: outcome.lookedAt } : {}),
  };
}
