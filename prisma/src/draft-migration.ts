import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startPostgres } from '@evensplit/local-parts/postgres';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';

/**
 * Writes the SQL of a new migration: the difference between the committed schema and the one in the working
 * tree. Prisma's own engine computes it, as WebAssembly, because its native binary cannot be had from npm.
 * Usage: npm run -w prisma draft -- NAME   (then read and finish the SQL: grants, raw indexes, checks)
 */
const root = join(import.meta.dirname, '..');

function committedSchema(): string | null {
  try {
    return execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    return null;
  }
}

async function draft(name: string, url: string): Promise<string> {
  const now = await readFile(join(root, 'schema.prisma'), 'utf8');
  const before = committedSchema();
  const files = (content: string) => ({ files: [{ path: 'schema.prisma', content }] });
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const schemaEngine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', now]] },
    () => undefined,
    adapter,
  );
  const { stdout } = await schemaEngine.diff({
    from: before ? { tag: 'schemaDatamodel', ...files(before) } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', ...files(now) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const path = join(root, 'migrations', `${stamp}_${name}`, 'migration.sql');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, stdout ?? '');
  return path;
}

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run -w prisma draft -- name_in_lower_case');
  process.exitCode = 1;
} else {
  // The engine connects to a server before it compares anything, though both sides are only text.
  const dir = await tempDir('draft');
  const postgres = await startPostgres({ dir: join(dir.path, 'data'), throwaway: true });
  try {
    console.log(await draft(name, postgres.urlOf('postgres')));
  } finally {
    await postgres.stop();
    await dir.remove();
  }
}
