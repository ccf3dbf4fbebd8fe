import { z } from 'zod';

/**
 * Every error code of every service, with its HTTP status. Closed on purpose: a client can switch over it,
 * and a new code is a reviewed change of the language between the services and the people who call them.
 */
export const errorStatus = {
  invalid_request: 400,
  malformed_body: 400,
  invalid_cursor: 400,
  unauthenticated: 401,
  token_expired: 401,
  session_ended: 401,
  refresh_reused: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_site: 403,
  signup_closed: 403,
  invite_required: 403,
  invite_invalid: 403,
  not_found: 404,
  email_taken: 409,
  turn_active: 409,
  batch_closed: 409,
  memory_changed: 409,
  memory_limit: 409,
  too_large: 413,
  unsupported_media: 415,
  weak_password: 422,
  idempotency_key_reused: 422,
  rate_limited: 429,
  turn_limit: 429,
  daily_upload_limit: 429,
  internal: 500,
  service_unavailable: 503,
  coach_busy: 503,
  login_busy: 503,
  overloaded: 503,
  read_only: 503,
  storage_full: 507,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    details: z.unknown().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
