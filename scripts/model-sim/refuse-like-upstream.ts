import { isSignature } from './gemini-voice.ts';
import { isRecord, listOf } from './loose-json.ts';

/** What the real services answer 400 to and a careless fake lets through. Undefined: nothing to object to. */
export function objectToOpenAi(body: unknown, strict: boolean): string | undefined {
  if (!isRecord(body)) return 'the body is no object';
  if (body['stream'] !== true) return 'only streams are spoken here';
  const messages = listOf(body['messages']).filter(isRecord);
  if (messages.length === 0) return 'messages is empty';
  if (strict) {
    const foreign = Object.keys(body).find((key) => !compatibleFields.has(key));
    if (foreign !== undefined) return `extra fields not permitted: ${foreign}`;
  }
  let open = new Set<unknown>();
  for (const message of messages) {
    if (message['role'] === 'tool') {
      if (!open.delete(message['tool_call_id'])) return 'a tool message answers no tool call';
      continue;
    }
    if (open.size > 0) return 'a tool call was not answered';
    const calls = listOf(message['tool_calls']).filter(isRecord);
    if (calls.some((call) => !hasJsonArguments(call))) return 'tool call arguments are no JSON';
    open = new Set(calls.map((call) => call['id']));
  }
  return open.size > 0 ? 'a tool call was not answered' : undefined;
}

export function objectToGemini(body: unknown): string | undefined {
  if (!isRecord(body)) return 'the body is no object';
  const contents = listOf(body['contents']).filter(isRecord);
  if (contents.length === 0) return 'contents is empty';
  let open = 0;
  for (const content of contents) {
    const parts = listOf(content['parts']).filter(isRecord);
    const calls = parts.filter((part) => 'functionCall' in part);
    const responses = parts.filter((part) => 'functionResponse' in part);
    if (content['role'] !== 'user' && content['role'] !== 'model') return 'a role is not known';
    if (parts.length === 0) return 'a content has no parts';
    if (responses.length !== open) return 'function responses do not match function calls';
    if (calls[0] && !isSignature(calls[0]['thoughtSignature'])) {
      return 'Function call is missing a thought_signature';
    }
    open = calls.length;
  }
  for (const tool of listOf(body['tools']).filter(isRecord)) {
    for (const declaration of listOf(tool['functionDeclarations']).filter(isRecord)) {
      const complaint = objectToSchema(declaration['parameters']);
      if (complaint !== undefined) return complaint;
    }
  }
  return open > 0 ? 'function responses do not match function calls' : undefined;
}

function objectToSchema(schema: unknown): string | undefined {
  if (!isRecord(schema)) return undefined;
  const foreign = ['$schema', 'additionalProperties', 'exclusiveMinimum', 'pattern', 'const'];
  const found = foreign.find((key) => key in schema);
  if (found !== undefined) return `Invalid JSON payload received. Unknown name "${found}"`;
  const properties = isRecord(schema['properties']) ? Object.values(schema['properties']) : [];
  if (schema['type'] === 'object' && properties.length === 0) {
    return 'properties: should be non-empty for OBJECT type';
  }
  return [...properties, schema['items']].map(objectToSchema).find((one) => one !== undefined);
}

function hasJsonArguments(call: Record<string, unknown>): boolean {
  const about = call['function'];
  if (!isRecord(about) || typeof about['arguments'] !== 'string') return false;
  try {
    JSON.parse(about['arguments']);
    return true;
  } catch {
    return false;
  }
}

const compatibleFields = new Set([
  'model',
  'messages',
  'stream',
  'stream_options',
  'max_tokens',
  'tools',
  'tool_choice',
]);
