import { UpstreamError } from './upstream-error.ts';

/**
 * A failure without a status. The error itself is not kept: its message may quote the request's address or the
 * answer, and neither belongs in a log.
 */
export function explainBreak(error: unknown, phase: 'open' | 'body'): UpstreamError {
  const code = systemCodeOf(error);
  const detail = code === undefined ? '' : ` (${code})`;
  return phase === 'open'
    ? new UpstreamError('unreachable', `the provider could not be reached${detail}`, {
        retryable: true,
      })
    : new UpstreamError('upstream_error', `the stream broke${detail}`, { retryable: true });
}

/** `ECONNREFUSED`, `UND_ERR_SOCKET` …, from wherever in the chain of causes it stands. */
function systemCodeOf(error: unknown): string | undefined {
  for (
    let one: unknown = error, depth = 0;
    isRecord(one) && depth < 5;
    one = one['cause'], depth += 1
  ) {
    const code = one['code'];
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
