import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RolePasswords } from '@evensplit/db/migrate';
import type { RedisPasswords } from '@evensplit/local-parts/redis-users';
import { generateSigningKey, publicJwksOf } from '@evensplit/platform/auth/access-token';

export type Secrets = {
  postgresPassword: string;
  rolePasswords: RolePasswords;
  redisPasswords: RedisPasswords;
  refreshSecret: string;
  privateJwk: Awaited<ReturnType<typeof generateSigningKey>>;
  demoPassword: string;
};

const random = () => randomBytes(24).toString('base64url');

/** Fresh ones; nothing has a default everybody knows. */
export async function makeSecrets(): Promise<Secrets> {
  return {
    postgresPassword: random(),
    rolePasswords: { core: random(), coach: random(), ingest: random() },
    redisPasswords: { core: random(), coach: random(), ingest: random(), operator: random() },
    refreshSecret: randomBytes(32).toString('base64url'),
    privateJwk: await generateSigningKey(`key-${randomBytes(4).toString('hex')}`),
    demoPassword: `demo-${randomBytes(9).toString('base64url')}`,
  };
}

/**
 * Made on the first start, kept beside the data, readable by their owner only. What a later release needs on top is
 * added; what is there never changes.
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const known = existsSync(path)
    ? (JSON.parse(await readFile(path, 'utf8')) as Partial<Secrets>)
    : {};
  const made = await makeSecrets();
  const secrets = { ...made, ...known };
  if (Object.keys(made).every((name) => name in known)) return secrets;
  await writeFile(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

export function publicKeysOf(secrets: Secrets): string {
  return JSON.stringify(publicJwksOf(secrets.privateJwk));
}
