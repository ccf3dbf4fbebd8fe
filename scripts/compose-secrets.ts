import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceRoles } from '@evensplit/db/migrate';
import { redisAcl, urlAs, type RedisService } from '@evensplit/local-parts/redis-users';
import { repoRoot } from './stack/paths.ts';
import { makeSecrets, publicKeysOf, type Secrets } from './stack/secrets.ts';

const dir = join(repoRoot, 'compose', 'secrets');

/** Files that only fit each other; what is there of a group is never mixed with new ones. */
const groups = [storesAndKeys, redisUsers];

function storesAndKeys(secrets: Secrets): Record<string, string> {
  const { rolePasswords } = secrets;
  const url = (user: string, password: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@postgres:5432/evensplit`;
  return {
    'postgres-password': secrets.postgresPassword,
    'admin-database-url': url('postgres', secrets.postgresPassword),
    'core-database-url': url(serviceRoles.core, rolePasswords.core),
    'coach-database-url': url(serviceRoles.coach, rolePasswords.coach),
    'ingest-database-url': url(serviceRoles.ingest, rolePasswords.ingest),
    'core-db-password': rolePasswords.core,
    'coach-db-password': rolePasswords.coach,
    'ingest-db-password': rolePasswords.ingest,
    'auth-private-jwk': JSON.stringify(secrets.privateJwk),
    'auth-public-jwks': publicKeysOf(secrets),
    'refresh-secret': secrets.refreshSecret,
  };
}

/** The stores read their users when they start, the services their addresses. */
function redisUsers({ redisPasswords }: Secrets): Record<string, string> {
  const url = (store: 'queue' | 'cache', service: RedisService) =>
    urlAs(`redis://redis-${store}:6379`, service, redisPasswords);
  return {
    'redis-queue-users': redisAcl('queue', redisPasswords).file,
    'redis-cache-users': redisAcl('cache', redisPasswords).file,
    'redis-operator-password': redisPasswords.operator,
    'core-redis-cache-url': url('cache', 'core'),
    'coach-redis-cache-url': url('cache', 'coach'),
    'coach-redis-queue-url': url('queue', 'coach'),
    'ingest-redis-cache-url': url('cache', 'ingest'),
    'ingest-redis-queue-url': url('queue', 'ingest'),
  };
}

const secrets = await makeSecrets();
const missing = groups
  .map((group) => group(secrets))
  .filter((files) => Object.keys(files).every((name) => !existsSync(join(dir, name))));
if (missing.length === 0) console.log('compose/secrets exists already; nothing was changed.');
else {
  // Nobody else may enter the folder; the files themselves must be readable for the containers' own users.
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const [name, content] of missing.flatMap((files) => Object.entries(files)))
    await writeFile(join(dir, name), content, { mode: 0o444 });
  console.log(
    missing.length === groups.length
      ? 'Made compose/secrets. Keep a copy somewhere safe: without it the data cannot be opened.'
      : 'Added to compose/secrets what this release needs on top.',
  );
}
