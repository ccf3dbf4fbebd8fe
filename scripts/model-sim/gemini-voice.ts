import { randomUUID } from 'node:crypto';
import { parseJson } from './loose-json.ts';
import type { Usage, Voice } from './voice.ts';

const finishReasons = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  filter: 'SAFETY',
  calls: 'STOP',
  garbled: 'MALFORMED_FUNCTION_CALL',
};
const statusNames: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/**
 * `:streamGenerateContent?alt=sse`: whole objects ended by two CRLF, no terminator, usage on every chunk, and a
 * signature on the first call of a response that must come back unchanged.
 */
export function geminiVoice(model: string): Voice {
  const responseId = randomUUID();

  function chunk(parts: unknown[], finishReason?: string, usage?: Usage): string {
    const candidate = {
      content: { parts, role: 'model' },
      ...(finishReason === undefined ? {} : { finishReason }),
      index: 0,
    };
    const usageMetadata = {
      promptTokenCount: usage?.prompt ?? 1,
      candidatesTokenCount: usage?.completion ?? 1,
      totalTokenCount: usage === undefined ? 2 : usage.prompt + usage.completion,
    };
    const whole = { candidates: [candidate], usageMetadata, modelVersion: model, responseId };
    return `data: ${JSON.stringify(whole)}\r\n\r\n`;
  }

  return {
    opening: () => '',
    text: (piece) => chunk([{ text: piece }]),
    thought: (piece) => chunk([{ text: piece, thought: true }]),
    call(index, name, args) {
      const signature = index === 0 ? { thoughtSignature: signatureOf(responseId) } : {};
      return [chunk([{ functionCall: { name, args: parseJson(args) }, ...signature }])];
    },
    finish: (reason, usage) => [
      chunk(reason === 'garbled' ? [] : [{ text: '' }], finishReasons[reason], usage),
    ],
    errorFrame: () =>
      `data: ${JSON.stringify({ error: { code: 503, message: 'Overloaded', status: 'UNAVAILABLE' } })}\r\n\r\n`,
    errorBody: (status, retryAfter) => ({
      error: {
        code: status,
        message: `The model sim answers ${status}`,
        status: statusNames[status] ?? 'UNKNOWN',
        ...(retryAfter === undefined
          ? {}
          : {
              details: [
                {
                  '@type': 'type.googleapis.com/google.rpc.RetryInfo',
                  retryDelay: `${retryAfter}s`,
                },
              ],
            }),
      },
    }),
  };
}

const SIGNATURE_START = 'sim-signature-';

function signatureOf(responseId: string): string {
  return `${SIGNATURE_START}${responseId}`;
}

export function isSignature(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(SIGNATURE_START);
}
