import { readFileSync } from 'node:fs';
import type { RolePasswords } from './migrate.ts';

/** A secret from `NAME`, or from the file that `NAME_FILE` points to (container secrets). */
function secret(name: string): string {
  const file = process.env[`${name}_FILE`];
  const value = file ? readFileSync(file, 'utf8').trim() : process.env[name];
  if (!value) throw new Error(`set ${name} or ${name}_FILE`);
  return value;
}

export function readMigrateEnv(): { adminUrl: string; passwords: RolePasswords } {
  return {
    adminUrl: secret('DATABASE_URL'),
    passwords: {
      core: secret('CORE_DB_PASSWORD'),
      coach: secret('COACH_DB_PASSWORD'),
      ingest: secret('INGEST_DB_PASSWORD'),
    },
  };
}
