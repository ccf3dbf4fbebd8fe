import { createLog, type Log } from '../src/log.ts';

export type CapturedLog = { log: Log; lines: () => Record<string, unknown>[]; text: () => string };

/** A real logger whose lines the test reads. */
export function captureLog(): CapturedLog {
  const written: string[] = [];
  const log = createLog({
    service: 'test',
    level: 'debug',
    write: (line) => void written.push(line),
  });
  return {
    log,
    lines: () => written.map((line) => ({ ...JSON.parse(line) })),
    text: () => written.join(''),
  };
}
