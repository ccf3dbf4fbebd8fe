import { GoogleGenerativeAIFetchError } from '@google/generative-ai';
import { explainBreak } from './explain-break.ts';
import { explainStatus, readProtoDuration } from './explain-status.ts';
import type { UpstreamError } from './upstream-error.ts';

export function explainGeminiError(error: unknown, phase: 'open' | 'body'): UpstreamError {
  if (error instanceof GoogleGenerativeAIFetchError && error.status !== undefined) {
    // The SDK keeps no headers; the wait is in the body.
    const delay = error.errorDetails?.find((detail) => 'retryDelay' in detail)?.['retryDelay'];
    return explainStatus(error.status, readProtoDuration(delay));
  }
  return explainBreak(error, phase);
}
