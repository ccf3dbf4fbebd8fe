import type { FaultName } from './faults.ts';
import type { Protocol } from './sim-request.ts';

/** One upstream call as the server saw it; instants in milliseconds since 1970. */
export type SimCall = {
  protocol: Protocol;
  model: string;
  fault: FaultName;
  scenario: string;
  startedAt: number;
  closedAt: number | null;
  bytesSent: number;
  /** When an oversized answer's text had grown past what the product takes, streaming.md §13. */
  tooLongAt: number | null;
  /** The caller went away before the server had finished. */
  aborted: boolean;
  /** The newest thing the user said, and all that was sent; neither is listed over HTTP. */
  question: string;
  body: unknown;
};

/** A storm makes tens of thousands of calls; only the newest are of interest. */
const KEPT = 20_000;

export type CallRecord = {
  begin(
    call: Pick<SimCall, 'protocol' | 'model' | 'fault' | 'scenario' | 'question' | 'body'>,
  ): SimCall;
  all(): SimCall[];
  clear(): void;
};

export function createCallRecord(): CallRecord {
  let calls: SimCall[] = [];
  return {
    begin(about) {
      const call = {
        ...about,
        startedAt: Date.now(),
        closedAt: null,
        bytesSent: 0,
        tooLongAt: null,
        aborted: false,
      };
      calls.push(call);
      if (calls.length > KEPT * 1.1) calls = calls.slice(-KEPT);
      return call;
    },
    all: () => [...calls],
    clear() {
      calls = [];
    },
  };
}
