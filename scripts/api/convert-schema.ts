import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { namedSchemas } from '@evensplit/contracts/api/named-schemas';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** What callers send (defaults not yet applied) or what they get (applied). */
export type Direction = 'input' | 'output';

export type SchemaConverter = {
  convert: (schema: z.ZodType, direction: Direction) => JsonObject;
  /** Every shared schema that was needed so far, by name. */
  shared: () => Record<string, JsonObject>;
};

/**
 * zod to JSON Schema, with exported contracts as references. A name stands for one schema: a contract that means
 * something else when sent than when received cannot be shared and is refused.
 */
export function createConverter(): SchemaConverter {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });
  const shared = new Map<string, JsonObject>();

  function convert(schema: z.ZodType, direction: Direction): JsonObject {
    // Inside an object, because zod refers to what is nested and spells out what is on top.
    const whole = z.toJSONSchema(z.object({ it: schema }), {
      io: direction,
      metadata: registry,
      override: ({ jsonSchema }) => simplify(jsonSchema),
    });
    const { properties, $defs = {} } = rewriteReferences(whole as Json) as {
      properties: { it: JsonObject };
      $defs?: Record<string, JsonObject>;
    };
    for (const [name, definition] of Object.entries($defs)) {
      const known = shared.get(name);
      if (known !== undefined && !isDeepStrictEqual(known, definition)) {
        throw new Error(`${name} is not the same when it is sent and when it is received`);
      }
      shared.set(name, definition);
    }
    return properties.it;
  }

  return {
    convert,
    shared: () => Object.fromEntries([...shared].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * Leaves out what is noise to a reader or a promise we do not make: the pattern beside a format, the bounds of a
 * safe integer, and "no other properties", because answers may gain fields.
 */
function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.additionalProperties === false) delete schema.additionalProperties;
}

function rewriteReferences(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(rewriteReferences);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : rewriteReferences(inner),
    ]),
  );
}
