import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceRoles } from '@evensplit/db/migrate';
import { repoRoot } from './stack/paths.ts';
import { makeSecrets, publicKeysOf } from './stack/secrets.ts';

const dir = join(repoRoot, 'compose', 'secrets');

if (existsSync(dir)) console.log('compose/secrets exists already; nothing was changed.');
else {
  const secrets = await makeSecrets();
  const { rolePasswords } = secrets;
  const url = (user: string, password: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@postgres:5432/evensplit`;
  const files: Record<string, string> = {
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
  // Nobody else may enter the folder; the files themselves must be readable for the containers' own users.
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(dir, name), content, { mode: 0o444 });
  console.log(
    'Made compose/secrets. Keep a copy somewhere safe: without it the data cannot be opened.',
  );
}
