import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/** One documented success of a route. */
export type Answer = {
  status: 200 | 201 | 202 | 204 | 503;
  description: string;
  schema?: z.ZodType;
  example?: unknown;
  /** `json` unless told otherwise. */
  media?: 'json' | 'event-stream';
};

export type ApiTag =
  | 'Identity'
  | 'Profile'
  | 'Home and activities'
  | 'Facts'
  | 'Coach'
  | 'Uploads'
  | 'Installation'
  | 'Health';

/** A route as its caller sees it. The document is made of these, and each service's tests compare them with what is mounted. */
export type ApiRoute = {
  /** Health routes are mounted by every service; the gateway shows core-api's. */
  service: 'core-api' | 'coach' | 'ingest' | 'every';
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it, `/v1/activities/:id`. */
  path: string;
  operationId: string;
  tag: ApiTag;
  summary: string;
  notes?: string;
  /** `refresh`: the refresh cookie alone, because the access token may have ended. */
  access: 'public' | 'refresh' | 'athlete' | 'owner';
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  /** JSON, or the multipart form that only uploads use. */
  body?: { schema: z.ZodType; example: unknown; optional?: true } | 'files';
  answers: readonly Answer[];
  /** What only this route refuses; `errorsOf` adds what every route of its kind does. */
  errors?: readonly ErrorCode[];
  /** Answered even under overload. */
  neverShed?: true;
  /** Not counted against the limit per session. */
  unlimited?: true;
  /** One address of the document per value of a path parameter, each with arguments of its own; the first one has the example. */
  variants?: { param: string; of: Readonly<Record<string, { query: z.ZodObject; asks: string }>> };
};

/** Ties an example to its schema at compile time; a test parses it as well. */
export function answer<Schema extends z.ZodType>(
  status: Answer['status'],
  description: string,
  schema: Schema,
  example: z.output<Schema>,
): Answer {
  return { status, description, schema, example };
}

/** Likewise for what a caller sends. */
export function body<Schema extends z.ZodType>(
  schema: Schema,
  example: z.input<Schema>,
): { schema: Schema; example: z.input<Schema> } {
  return { schema, example };
}

export function nothing(description: string): Answer {
  return { status: 204, description };
}

/** Every error code that a route may answer with. */
export function errorsOf(route: ApiRoute): ErrorCode[] {
  if (route.service === 'every') return [];
  const codes = new Set<ErrorCode>(['internal', 'service_unavailable', ...(route.errors ?? [])]);
  if (!route.neverShed) codes.add('overloaded');
  if (route.method !== 'get') codes.add('cross_site');
  if (route.params ?? route.query ?? route.headers ?? route.body) codes.add('invalid_request');
  if (route.body) {
    for (const code of ['malformed_body', 'too_large', 'unsupported_media'] as const) {
      codes.add(code);
    }
  }
  if (route.access === 'athlete' || route.access === 'owner') {
    for (const code of ['unauthenticated', 'token_expired', 'session_ended'] as const) {
      codes.add(code);
    }
    if (!route.unlimited) codes.add('rate_limited');
  }
  if (route.access === 'owner') codes.add('forbidden');
  return [...codes].toSorted();
}
