import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  BadSettings,
  flag,
  integer,
  json,
  parseEnv,
  port,
  secret,
  url,
  type EnvSource,
} from './env.ts';

const Settings = z.object({
  PORT: port().default(3000),
  DATABASE_URL: url('postgres', 'postgresql'),
  SESSION_SECRET: secret(),
  POOL: integer(1, 50).default(10),
  VERBOSE: flag().default(false),
  KEY: json(z.object({ kid: z.string() }), 'set the JSON of a key').optional(),
});

const good = {
  DATABASE_URL: 'postgres://core@db/evensplit',
  SESSION_SECRET: 'a-secret-of-some-length',
};

function complaint(source: EnvSource): string {
  try {
    parseEnv(Settings, source);
  } catch (error) {
    if (error instanceof BadSettings) return error.message;
    throw error;
  }
  return 'no complaint';
}

describe('parseEnv', () => {
  it('returns typed values, defaults and parsed JSON', () => {
    const env = parseEnv(Settings, { ...good, PORT: '8080', VERBOSE: 'true', KEY: '{"kid":"k1"}' });
    expect(env).toEqual({
      ...good,
      PORT: 8080,
      POOL: 10,
      VERBOSE: true,
      KEY: { kid: 'k1' },
    });
  });

  it('treats an empty variable as absent', () => {
    expect(parseEnv(Settings, { ...good, PORT: '' }).PORT).toBe(3000);
  });

  it('names every bad variable on one line, with the way to fix it and without its value', () => {
    const message = complaint({ PORT: '99999', SESSION_SECRET: 'hunter2', POOL: 'many', KEY: '{' });
    expect(message).not.toContain('\n');
    expect(message).toContain('PORT: set a port number');
    expect(message).toContain('DATABASE_URL is missing: set a URL that starts with postgres://');
    expect(message).toContain('SESSION_SECRET: set at least 16 characters');
    expect(message).toContain('POOL: set a whole number from 1 to 50');
    expect(message).toContain('KEY: set the JSON of a key');
    expect(message).not.toContain('hunter2');
  });

  it('reads a secret from the file that NAME_FILE names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'evensplit-env-'));
    try {
      const file = join(folder, 'secret');
      writeFileSync(file, 'a-secret-from-a-file\n');
      const { SESSION_SECRET: _left, ...rest } = good;
      const env = parseEnv(Settings, { ...rest, SESSION_SECRET_FILE: file });
      expect(env.SESSION_SECRET).toBe('a-secret-from-a-file');
      expect(complaint({ ...good, SESSION_SECRET_FILE: file })).toContain('keep one');
      expect(complaint({ ...rest, SESSION_SECRET_FILE: join(folder, 'none') })).toBe(
        'Settings to correct: SESSION_SECRET_FILE names a file that cannot be read',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
