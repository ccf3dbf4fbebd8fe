import type { Protocol } from './sim-request.ts';

/** What can go wrong between a model and its caller, by the name that the first path segment gives it. */
const faultNames = [
  'ok',
  'stall',
  'never-headers',
  'drip-frames',
  'drip-bytes',
  'status',
  'eof',
  'reset',
  'reset-early',
  'comments',
  'thinking',
  'oversized',
  'endless-call',
  'error-frame',
  'broken-frame',
  'hang-after-finish',
  'strict',
] as const;
export type FaultName = (typeof faultNames)[number];

export type Fault = {
  fault: FaultName;
  /** Content frames sent before it happens. */
  afterChunks?: number;
  /** With `status`: the answer's code, and the seconds in its Retry-After. */
  status?: number;
  retryAfter?: number;
};

/** A fault for the next `times` calls, of one protocol or of any. */
export type QueuedFault = Fault & { times?: number; protocol?: Protocol };

/** `stall`, `429`, `429-retry-3600`, `comments-after-1`; undefined when the segment names no fault. */
export function faultOf(segment: string): Fault | undefined {
  const status = /^([45]\d\d)(?:-retry-(\d+))?$/.exec(segment);
  if (status) {
    const retryAfter = status[2] === undefined ? {} : { retryAfter: Number(status[2]) };
    return { fault: 'status', status: Number(status[1]), ...retryAfter };
  }
  const [, name = segment, after] = /^(.+)-after-(\d+)$/.exec(segment) ?? [];
  const fault = faultNames.find((one) => one === name);
  if (fault === undefined) return undefined;
  return after === undefined ? { fault } : { fault, afterChunks: Number(after) };
}

export type FaultQueue = {
  add(fault: QueuedFault): void;
  next(protocol: Protocol): Fault | undefined;
  clear(): void;
};

export function createFaultQueue(): FaultQueue {
  let queue: { fault: QueuedFault; left: number }[] = [];
  return {
    add(fault) {
      queue.push({ fault, left: fault.times ?? 1 });
    },
    next(protocol) {
      const entry = queue.find(({ fault }) => (fault.protocol ?? protocol) === protocol);
      if (!entry) return undefined;
      entry.left -= 1;
      queue = queue.filter(({ left }) => left > 0);
      return entry.fault;
    },
    clear() {
      queue = [];
    },
  };
}
