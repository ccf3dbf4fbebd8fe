import type { FunctionDeclaration, FunctionDeclarationSchema } from '@google/generative-ai';
import type { ToolSpec } from './model-provider.ts';

/** Gemini answers 400 to any keyword of JSON Schema beyond these, and to an object without properties. */
const known = new Set([
  'type',
  'description',
  'nullable',
  'enum',
  'items',
  'required',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
]);

export function toFunctionDeclarations(tools: readonly ToolSpec[]): FunctionDeclaration[] {
  return tools.map(({ name, description, parameters }) => {
    const schema = narrow(parameters);
    return { name, description, ...(isObjectSchema(schema) ? { parameters: schema } : {}) };
  });
}

function narrow(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && isRecord(value)) {
      const properties = Object.entries(value).filter(isSchemaEntry);
      kept[key] = Object.fromEntries(properties.map(([name, one]) => [name, narrow(one)]));
    } else if (key === 'items' && isRecord(value)) kept[key] = narrow(value);
    else if (known.has(key)) kept[key] = value;
  }
  return kept;
}

function isObjectSchema(schema: unknown): schema is FunctionDeclarationSchema {
  if (!isRecord(schema) || !isRecord(schema['properties'])) return false;
  return schema['type'] === 'object' && Object.keys(schema['properties']).length > 0;
}

function isSchemaEntry(entry: [string, unknown]): entry is [string, Record<string, unknown>] {
  return isRecord(entry[1]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
