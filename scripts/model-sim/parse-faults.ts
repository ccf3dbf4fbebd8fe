import { faultOf, type QueuedFault } from './faults.ts';
import { isRecord } from './loose-json.ts';

/** One fault or a list of them, from JSON; undefined when any of it is not one. */
export function parseFaults(body: unknown): QueuedFault[] | undefined {
  const faults: QueuedFault[] = [];
  for (const one of Array.isArray(body) ? body : [body]) {
    const fault = parseFault(one);
    if (fault === undefined) return undefined;
    faults.push(fault);
  }
  return faults;
}

function parseFault(value: unknown): QueuedFault | undefined {
  if (!isRecord(value) || typeof value['fault'] !== 'string') return undefined;
  const named = faultOf(value['fault']);
  if (named === undefined) return undefined;
  const { protocol } = value;
  if (protocol !== undefined && protocol !== 'openai' && protocol !== 'gemini') return undefined;
  const counts: Partial<Record<(typeof countFields)[number], number>> = {};
  for (const field of countFields) {
    const count = value[field];
    if (count === undefined) continue;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) return undefined;
    counts[field] = count;
  }
  return { ...named, ...counts, ...(protocol === undefined ? {} : { protocol }) };
}

const countFields = ['afterChunks', 'status', 'retryAfter', 'times'] as const;
