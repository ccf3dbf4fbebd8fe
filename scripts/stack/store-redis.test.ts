import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { urlAs } from '@evensplit/local-parts/redis-users';
import { tempDir, type TempDir } from '@evensplit/local-parts/temp-dir';
import { withRedis } from '../drills/open-redis.ts';
import { UsageError } from './parse-up-args.ts';
import { loadSecrets, makeSecrets } from './secrets.ts';
import { bringRedisUsers, startStoreRedis } from './store-redis.ts';

const secrets = await makeSecrets();
let dir: TempDir;
beforeAll(async () => {
  dir = await tempDir('store-redis');
});
afterAll(() => dir.remove());

describe('the Redis of scripts/up', () => {
  it('has the users of its store, and comes back with them and its data on the same port', async () => {
    const first = await startStoreRedis('queue', { dataDir: dir.path }, secrets);
    const coach = urlAs(first.url, 'coach', secrets.redisPasswords);
    // As Bull writes: in the file of the server this is a transaction.
    const key = '{coach}:briefings:id';
    const twice = `redis.call('set', KEYS[1], '6') return redis.call('incr', KEYS[1])`;
    await withRedis(coach, (redis) => redis.eval(twice, 1, key));
    await first.stop();
    const again = await startStoreRedis('queue', { dataDir: dir.path, port: first.port }, secrets);
    try {
      expect(await withRedis(coach, (redis) => redis.get(key))).toBe('7');
      const others = withRedis(coach, (redis) => redis.get('{ingest}:imports:id'));
      await expect(others).rejects.toThrow('NOPERM');
    } finally {
      await again.stop();
    }
  });
});

describe('an existing Redis', () => {
  let redis: RedisPart;
  beforeAll(async () => {
    redis = await startRedis({ profile: 'test', dir: join(dir.path, 'existing') });
  });
  afterAll(() => redis.stop());

  it('gets users who have both stores in one, as often as scripts/up starts', async () => {
    const url = `${redis.url}/3`;
    await bringRedisUsers(url, secrets);
    await bringRedisUsers(url, secrets);
    await withRedis(urlAs(url, 'coach', secrets.redisPasswords), async (coach) => {
      await coach.set('coach:a', '1');
      await coach.set('{coach}:a', '1');
      await expect(coach.get('core:a')).rejects.toThrow('NOPERM');
      await expect(coach.flushall()).rejects.toThrow('NOPERM');
    });
    await withRedis(url, async (owner) => expect(await owner.get('coach:a')).toBe('1'));
  });

  it('must let us create them', async () => {
    const guest = urlAs(redis.url, 'coach', secrets.redisPasswords);
    const refused = bringRedisUsers(guest, secrets);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow('REDIS_URL cannot create users there');
  });
});

describe('the secrets of an installation', () => {
  it('get what a later release needs on top, and keep what is there', async () => {
    const path = join(dir.path, 'secrets.json');
    const { redisPasswords, ...earlier } = secrets;
    await writeFile(path, JSON.stringify(earlier));
    const loaded = await loadSecrets(dir.path);
    expect(loaded).toEqual({ ...earlier, redisPasswords: loaded.redisPasswords });
    expect(Object.keys(loaded.redisPasswords)).toEqual(Object.keys(redisPasswords));
    expect(await loadSecrets(dir.path)).toEqual(loaded);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(loaded);
  });
});
