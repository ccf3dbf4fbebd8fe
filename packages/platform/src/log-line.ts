const LEFT_OUT = new Set(['level', 'time', 'service', 'part', 'msg', 'err', 'requestId']);

/** `12:03:04.123 warn core-api/auth redis is away name=cache [req 3f2a]`, and the stack below it. */
export function formatLogLine(line: string): string {
  const fields = parseLine(line);
  if (fields === undefined) return line;
  const where = [text(fields['service']), text(fields['part'])].filter(Boolean).join('/');
  const rest = Object.entries(fields)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => `${name}=${text(value)}`);
  const requestId = fields['requestId'] === undefined ? [] : [`[req ${text(fields['requestId'])}]`];
  const words = [
    text(fields['time']).slice(11, 23),
    text(fields['level']).padEnd(5),
    where,
    text(fields['msg']),
    ...rest,
    ...requestId,
  ];
  return `${words.filter((word) => word !== '').join(' ')}\n${stackOf(fields['err'])}`;
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function stackOf(err: unknown): string {
  if (typeof err !== 'object' || err === null || !('stack' in err)) return '';
  return typeof err.stack === 'string' ? `  ${err.stack.replaceAll('\n', '\n  ')}\n` : '';
}
