type Arguments = Readonly<Record<string, unknown>>;

/** Arguments of a tool call as an object; undefined when they are anything else. No arguments are an empty object. */
export function parseArguments(text: string): Arguments | undefined {
  if (text.trim() === '') return {};
  try {
    return asArguments(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function asArguments(value: unknown): Arguments | undefined {
  if (value === undefined || value === null) return {};
  return isArguments(value) ? value : undefined;
}

function isArguments(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
