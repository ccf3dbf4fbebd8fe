import type { AttemptRecord } from '../providers/run-attempt.ts';

/** A call that is about to be sent. */
export type OpeningCall = {
  step: number;
  provider: AttemptRecord['provider'];
  model: string;
  /** What it may cost at most. */
  estimate: number;
};

export type CallRecord = Omit<AttemptRecord, 'totalMs'> & {
  step: number;
  attempt: number;
  totalMs: number | null;
};

export type Settlement = {
  usedTokens: number;
  /** A provider did not say what was used. */
  estimated: boolean;
  calls: CallRecord[];
};

/** What one turn may spend and has spent. */
export type TokenAccount = {
  /** Is so much of the reservation left? */
  canAfford(estimate: number): boolean;
  began(call: OpeningCall): void;
  ended(record: CallRecord): void;
  /** After the last word: the bill. A call that is still being taken down gets so many milliseconds to end. */
  settle(waitMs: number): Promise<Settlement>;
};

type Charge = { tokens: number; is: 'known' | 'estimated' | 'unknown' };

export function openAccount(reservedTokens: number, clock: () => Date): TokenAccount {
  const calls: CallRecord[] = [];
  const charges: Charge[] = [];
  let open: { call: OpeningCall; startedAt: Date } | undefined;
  let whenClosed: (() => void) | undefined;

  function close(record: CallRecord, estimate: number): void {
    calls.push(record);
    charges.push(chargeOf(record, estimate));
    open = undefined;
    whenClosed?.();
  }

  function spent(): number {
    return charges.reduce((sum, { tokens }) => sum + tokens, 0);
  }

  return {
    canAfford: (estimate) => reservedTokens - spent() >= estimate,
    began(call) {
      open = { call, startedAt: clock() };
    },
    ended(record) {
      close(record, open?.call.estimate ?? 0);
    },
    async settle(waitMs) {
      if (open) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, waitMs);
          whenClosed = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      if (open) close(unfinished(open.call, open.startedAt), open.call.estimate);
      // A call that was cut off may have cost anything it was allowed to.
      const isUnknown = charges.some(({ is }) => is === 'unknown');
      return {
        usedTokens: isUnknown ? Math.max(reservedTokens, spent()) : spent(),
        estimated: charges.some(({ is }) => is !== 'known'),
        calls: [...calls],
      };
    },
  };
}

function chargeOf(record: CallRecord, estimate: number): Charge {
  const { promptTokens, completionTokens } = record;
  if (promptTokens !== null && completionTokens !== null) {
    return { tokens: promptTokens + completionTokens, is: 'known' };
  }
  if (wasRefused(record)) return { tokens: 0, is: 'known' };
  const isWhole = record.finishReason !== null && record.errorCode === null;
  return { tokens: estimate, is: isWhole ? 'estimated' : 'unknown' };
}

const refusals: ReadonlySet<CallRecord['errorCode']> = new Set([
  'unreachable',
  'rate_limited',
  'rejected',
  'upstream_error',
]);

/** Nothing was generated: it never arrived, or it was answered with an error instead of a stream. */
function wasRefused({ headersMs, errorCode }: CallRecord): boolean {
  return headersMs === null && refusals.has(errorCode);
}

function unfinished(call: OpeningCall, startedAt: Date): CallRecord {
  return {
    step: call.step,
    attempt: 1,
    provider: call.provider,
    model: call.model,
    startedAt,
    headersMs: null,
    firstContentMs: null,
    totalMs: null,
    finishReason: null,
    errorCode: 'aborted',
    promptTokens: null,
    completionTokens: null,
  };
}
