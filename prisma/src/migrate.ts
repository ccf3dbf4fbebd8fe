import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

export type RolePasswords = { core: string; coach: string; ingest: string };

export const serviceRoles = {
  core: 'evensplit_core',
  coach: 'evensplit_coach',
  ingest: 'evensplit_ingest',
} as const;

const folder = join(import.meta.dirname, '..', 'migrations');

/**
 * Applies what is missing of `prisma/migrations`, each file in one transaction, under an advisory lock so that
 * several replicas may start it at once. Same ledger and checksums as Prisma's own engine: `prisma migrate
 * deploy` finds nothing left to do afterwards, and the other way round. Then gives the service roles their
 * passwords, which are never part of a file.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(adminUrl: string, passwords: RolePasswords): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('evensplit-migrate', 0))`);
    await client.query(ledger);
    const applied = await applyMissing(client);
    for (const [service, role] of Object.entries(serviceRoles)) {
      const password = client.escapeLiteral(passwords[service as keyof RolePasswords]);
      await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${password}`);
    }
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    for (const role of Object.values(serviceRoles)) {
      await client.query(
        `GRANT CONNECT ON DATABASE ${client.escapeIdentifier(rows[0]?.name ?? '')} TO ${role}`,
      );
    }
    return applied;
  } finally {
    await client.end();
  }
}

const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

async function applyMissing(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const known = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const applied: string[] = [];
  for (const name of names) {
    const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    const before = known.get(name);
    if (before === checksum) continue;
    if (before)
      throw new Error(`migration ${name} was changed after it was applied; add a new one instead`);
    await applyOne(client, name, sql, checksum);
    applied.push(name);
  }
  return applied;
}

async function applyOne(
  client: pg.Client,
  name: string,
  sql: string,
  checksum: string,
): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(
      `migration ${name} failed, nothing of it was kept: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
