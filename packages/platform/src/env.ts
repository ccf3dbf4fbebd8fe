import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type EnvSource = Readonly<Record<string, string | undefined>>;

/** Thrown at boot; the message is one line that an operator can act on and never contains a value. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/**
 * Reads a service's settings once. Every setting may be given as `NAME` or, for secrets mounted as files,
 * as `NAME_FILE`. Empty means absent, because compose files pass unset variables on as ''.
 */
export function parseEnv<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape>,
  source: EnvSource,
): z.output<z.ZodObject<Shape>> {
  const problems = new Map<string, string>();
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const setting = readSetting(name, source);
    if ('problem' in setting) problems.set(name, setting.problem);
    else if (setting.value !== undefined) values[name] = setting.value;
  }
  const parsed = schema.safeParse(values);
  if (problems.size === 0 && parsed.success) return parsed.data;
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? 'settings');
    if (problems.has(name)) continue;
    const absent = !(name in values);
    problems.set(
      name,
      absent ? `${name} is missing: ${hintOf(issue)}` : `${name}: ${issue.message}`,
    );
  }
  throw new BadSettings(`Settings to correct: ${[...problems.values()].join(' | ')}`);
}

export function port() {
  const range = 'set a port number from 0 to 65535';
  return z
    .string(range)
    .regex(/^\d{1,5}$/, range)
    .transform(Number)
    .refine((value) => value <= 65_535, range);
}

export function integer(min: number, max: number) {
  const range = `set a whole number from ${min} to ${max}`;
  return z
    .string(range)
    .regex(/^-?\d{1,15}$/, range)
    .transform(Number)
    .refine((value) => value >= min && value <= max, range);
}

/** A URL whose scheme is one of `schemes`, for example `url('postgres', 'postgresql')`. */
export function url(...schemes: [string, ...string[]]) {
  const hint = `set a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  return z.string(hint).refine((value) => {
    const scheme = URL.parse(value)?.protocol.slice(0, -1);
    return scheme !== undefined && schemes.includes(scheme);
  }, hint);
}

/** No default on purpose: a secret that everybody knows is worse than a service that refuses to start. */
export function secret(minLength = 16) {
  const hint = `set at least ${minLength} characters, or name a file with the _FILE variable`;
  return z.string(hint).min(minLength, hint);
}

export function flag() {
  const hint = 'set true or false';
  return z.enum(['true', 'false', '1', '0'], hint).transform((v) => v === 'true' || v === '1');
}

/** A JSON document in one variable, for example a signing key. */
export function json<Schema extends z.ZodType>(schema: Schema, hint: string) {
  return z
    .string(hint)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: hint });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

type Setting = { value: string | undefined } | { problem: string };

function readSetting(name: string, source: EnvSource): Setting {
  const value = source[name] || undefined;
  const file = source[`${name}_FILE`] || undefined;
  if (file === undefined) return { value };
  if (value !== undefined) {
    return { problem: `${name} and ${name}_FILE are both set: keep one` };
  }
  try {
    return { value: readFileSync(file, 'utf8').trim() || undefined };
  } catch {
    return { problem: `${name}_FILE names a file that cannot be read` };
  }
}

function hintOf(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('Invalid input') ? 'set it' : issue.message;
}
