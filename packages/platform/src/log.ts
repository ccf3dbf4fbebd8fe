import { pino } from 'pino';
import { formatLogLine } from './log-line.ts';
import { describeError, redactFields, redactText } from './redact.ts';
import { currentRequestId } from './request-context.ts';

export type Log = pino.Logger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export type LogOptions = {
  service: string;
  level: LogLevel;
  /** `json` for machines, `line` for a person in front of a terminal. */
  format?: 'json' | 'line';
  /** Where lines go; standard output unless a test listens. */
  write?: (line: string) => void;
};

/**
 * One logger per process. The request id comes from the async context, so nobody passes it along; secrets
 * are removed by name from fields and by shape from the finished line (defence in depth).
 */
export function createLog(options: LogOptions): Log {
  const write = options.write ?? ((line: string) => void process.stdout.write(line));
  const format = options.format ?? 'json';
  return pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        bindings: redactFields,
        log: redactFields,
      },
      serializers: { err: (err: unknown) => (err instanceof Error ? describeError(err) : err) },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId === undefined ? {} : { requestId };
      },
      hooks: { streamWrite: redactText },
    },
    { write: format === 'json' ? write : (line) => write(formatLogLine(line)) },
  );
}

/** A named part of a service: its lines can be found and filtered by `part`. */
export function partLog(log: Log, part: string): Log {
  return log.child({ part });
}
