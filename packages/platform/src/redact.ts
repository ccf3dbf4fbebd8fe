const REDACTED = '[redacted]';
const MAX_DEPTH = 6;

/** Names whose values never reach a log. Numbers and booleans pass: `promptTokens: 812` is no secret. */
const SECRET_NAME =
  /^(authorization|cookies?|set-?cookie|code|code_?verifier|hub\.verify_token|jwt|dek|kek)$|token|password|passwd|secret|api_?key|private_?key|credential/i;

const SECRET_JSON_NAME =
  'authorization|set-cookie|cookie|code|code_?verifier|[\\w.-]*(?:token|password|secret)[\\w.-]*';

/**
 * Secrets that travel inside other text: a JWT, an API token, an Authorization value, a query parameter, the
 * password of a URL, and JSON members, quoted once (a logger's bindings) or twice (a body in a message).
 */
const SECRET_TEXT: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  [/\bes_pat_[\w-]+/g, REDACTED],
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, `$1 ${REDACTED}`],
  [
    /([?&](?:code|state|[\w.]*token|client_secret|code_verifier|key)=)[^&\s"'\\]+/gi,
    `$1${REDACTED}`,
  ],
  [/(\b[a-z][a-z0-9+]{2,12}:\/\/[^\s:@/"']*:)[^\s@/"']+@/gi, `$1${REDACTED}@`],
  [new RegExp(`("(?:${SECRET_JSON_NAME})":")(?:[^"\\\\]|\\\\.)+`, 'gi'), `$1${REDACTED}`],
  [new RegExp(`(\\\\"(?:${SECRET_JSON_NAME})\\\\":\\s*\\\\")[^"\\\\]+`, 'gi'), `$1${REDACTED}`],
];

/** Removes secrets that can be recognised by their shape. */
export function redactText(text: string): string {
  let result = text;
  for (const [pattern, replacement] of SECRET_TEXT) result = result.replace(pattern, replacement);
  return result;
}

/** A copy without the values whose name says that they are secret; deep structures are cut, not walked. */
export function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return redactObject(fields, 0, new WeakSet());
}

function redactObject(value: object, depth: number, seen: WeakSet<object>) {
  seen.add(value);
  const result: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const harmless = inner == null || typeof inner === 'number' || typeof inner === 'boolean';
    result[name] =
      !harmless && SECRET_NAME.test(name) ? REDACTED : redactValue(inner, depth + 1, seen);
  }
  return result;
}

function redactValue(value: unknown, depth: number, seen: WeakSet<object>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (value instanceof Error) return describeError(value);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (seen.has(value)) return '[circular]';
  if (depth > MAX_DEPTH) return '[too deep]';
  if (!Array.isArray(value)) return redactObject(value, depth, seen);
  seen.add(value);
  return value.map((item) => redactValue(item, depth + 1, seen));
}

/**
 * Own properties of an error are left out: HTTP and database clients hang whole requests, headers and
 * rows on them. The code is kept, under another name because `code` is an OAuth secret elsewhere.
 */
export function describeError(error: Error, depth = 0): Record<string, unknown> {
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    stack: error.stack,
    ...(error.cause instanceof Error && depth < 3
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}
