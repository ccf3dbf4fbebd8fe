import type { z } from 'zod';
import { AppError } from '../app-error.ts';

/** Checks what came from outside against its contract; throws `invalid_request` with a path per problem. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidRequest(parsed.error);
}

export function invalidRequest(error: z.core.$ZodError): AppError {
  const issues = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const first = issues[0];
  const where = first === undefined || first.path === '' ? 'The request' : first.path;
  return new AppError('invalid_request', `${where}: ${first?.message ?? 'is not valid'}`, {
    details: { issues },
    cause: error,
  });
}
