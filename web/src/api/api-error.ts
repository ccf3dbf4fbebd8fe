import type { ErrorBody } from '@evensplit/contracts';

/** What a request ended with when it did not end well; `status` 0 means that no answer arrived at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
  readonly retryAfterS: number | null;

  constructor(
    code: string,
    message: string,
    at: { status: number; requestId?: string | null; retryAfterS?: number | null },
  ) {
    super(message);
    this.code = code;
    this.status = at.status;
    this.requestId = at.requestId ?? null;
    this.retryAfterS = at.retryAfterS ?? null;
  }
}

export function unreachable(): ApiError {
  return new ApiError(
    'unreachable',
    'Evensplit cannot be reached. Check your connection and try again.',
    { status: 0 },
  );
}

/** A gateway in front of a stopped service answers HTML or nothing; that must still become a sentence. */
export async function errorFromResponse(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const retryAfter = Number(response.headers.get('retry-after'));
  const retryAfterS = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
  if (isErrorBody(body)) {
    const { code, message, requestId } = body.error;
    return new ApiError(code, message, { status: response.status, requestId, retryAfterS });
  }
  const message =
    response.status >= 500
      ? 'This part of Evensplit is not answering right now.'
      : `The request was refused (${response.status}).`;
  return new ApiError('no_answer', message, {
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    retryAfterS,
  });
}

function isErrorBody(body: unknown): body is ErrorBody {
  return (
    typeof body === 'object' &&
    body !== null &&
    'error' in body &&
    typeof body.error === 'object' &&
    body.error !== null &&
    'code' in body.error &&
    typeof body.error.code === 'string' &&
    'message' in body.error &&
    typeof body.error.message === 'string'
  );
}

/** Worth sending again as it is: nothing arrived, or the service said it is busy or restarting. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 502);
}
