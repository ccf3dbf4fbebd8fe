import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';

/**
 * What Prisma's own engine says of a database that our runner migrated: what `prisma migrate deploy` would find to do or
 * to complain about. A program of its own because Jest cannot load the engine's WebAssembly.
 * argv: DATABASE_URL. Prints one JSON object.
 */
const url = process.argv[2] ?? '';
const root = join(import.meta.dirname, '..');
const baseDir = join(root, 'migrations');
const schema = await readFile(join(root, 'schema.prisma'), 'utf8');
const adapter = bindMigrationAwareSqlAdapterFactory(
  new PrismaPg({ connectionString: url, idleTimeoutMillis: 1 }),
);
const engine = await SchemaEngine.new(
  { datamodels: [['schema.prisma', schema]] },
  () => undefined,
  adapter,
);
const filters = { externalTables: [], externalEnums: [] };

const names = (await readdir(baseDir, { withFileTypes: true }))
  .filter((one) => one.isDirectory())
  .map((one) => one.name)
  .sort();
const migrationDirectories = await Promise.all(
  names.map(async (path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: {
        tag: 'ok' as const,
        value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8'),
      },
    },
  })),
);
const lock = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8');
const history = await engine.diagnoseMigrationHistory({
  migrationsList: {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  },
  optInToShadowDatabase: false,
  filters,
});
console.log(JSON.stringify(history));
