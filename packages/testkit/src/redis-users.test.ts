import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { testRedis } from './database.ts';
import { trespasser } from './names.ts';

const quiet = { disableClientInfo: true, retryStrategy: () => null };
const services = ['core', 'coach', 'ingest'] as const;
type Command = [name: string, ...args: string[]];

/** One key or channel of everybody's that is worth having. */
const cacheKeys = {
  core: 'core:login:pair:someone',
  coach: 'coach:{turn}:ev',
  ingest: 'ingest:session:someone',
};
const queueKeys = { coach: '{coach}:briefings:1', ingest: '{ingest}:imports:1' };

const forOperatorsOnly: Command[] = [
  ['FLUSHALL'],
  ['FLUSHDB'],
  ['CONFIG', 'GET', '*'],
  ['CONFIG', 'SET', 'dir', '/tmp'],
  ['KEYS', '*'],
  ['SCAN', '0'],
  ['RANDOMKEY'],
  ['DBSIZE'],
  ['MONITOR'],
  ['ACL', 'LIST'],
  ['ACL', 'SETUSER', 'coach', '+@all'],
  ['CLIENT', 'LIST'],
  ['CLIENT', 'KILL', 'TYPE', 'normal'],
  ['SHUTDOWN', 'NOSAVE'],
  ['SAVE'],
  ['REPLICAOF', 'NO', 'ONE'],
  ['MODULE', 'LIST'],
  ['SCRIPT', 'FLUSH'],
  ['FUNCTION', 'LIST'],
  ['PUBSUB', 'CHANNELS'],
  ['PSUBSCRIBE', '*'],
  ['SWAPDB', '0', '1'],
  ['MIGRATE', '127.0.0.1', '1', 'a', '0', '1'],
];

describe('the users of both Redis', () => {
  const open: Redis[] = [];
  const clients = new Map<string, Redis>();
  let admin: { queue: Redis; cache: Redis };
  let address: string;

  function connect(url: string): Redis {
    const client = new Redis(url, { ...quiet, connectionName: trespasser });
    client.on('error', () => undefined);
    open.push(client);
    return client;
  }
  function as(service: (typeof services)[number], store: 'queue' | 'cache'): Redis {
    const client = clients.get(`${service} ${store}`);
    if (!client) throw new Error('no such client');
    return client;
  }
  const refused = (client: Redis, [name, ...args]: Command) =>
    expect(client.call(name, ...args)).rejects.toThrow(/NOPERM/);

  beforeAll(async () => {
    for (const service of services) {
      const urls = await testRedis(service);
      clients.set(`${service} cache`, connect(urls.cacheUrl));
      clients.set(`${service} queue`, connect(urls.queueUrl));
      address = new URL(urls.cacheUrl).host;
      admin ??= { queue: connect(urls.admin.queueUrl), cache: connect(urls.admin.cacheUrl) };
    }
    for (const key of Object.values(cacheKeys)) await admin.cache.set(key, 'secret');
    for (const key of Object.values(queueKeys)) await admin.queue.hset(key, 'data', 'secret');
  });
  afterAll(() => {
    for (const client of open) client.disconnect();
  });

  it('let nobody in without a name, and nobody with a wrong password', async () => {
    for (const [login, answer] of [
      ['', 'NOAUTH'],
      ['default:@', 'WRONGPASS|NOAUTH'],
      ['default:default@', 'WRONGPASS'],
      ['coach:guess@', 'WRONGPASS'],
    ]) {
      const stranger = new Redis(`redis://${login}${address}`, {
        ...quiet,
        lazyConnect: true,
      });
      const told = new Promise<Error>((resolve) => stranger.once('error', resolve));
      void stranger.connect().catch(() => undefined);
      expect(String(await told)).toMatch(new RegExp(answer ?? ''));
      stranger.disconnect();
    }
  });

  it.each(services)('give %s its own keys in the cache and nobody else’s', async (service) => {
    const client = as(service, 'cache');
    expect(await client.get(cacheKeys[service])).toBe('secret');
    for (const other of services.filter((one) => one !== service)) {
      const key = cacheKeys[other];
      for (const command of [
        ['GET', key],
        ['SET', key, 'mine'],
        ['DEL', key],
        ['EXPIRE', key, '1'],
        ['EVAL', `return redis.call('get', KEYS[1])`, '1', key],
      ] satisfies Command[])
        await refused(client, command);
      // A key that a script names without having announced it is refused inside the script.
      const script = `return redis.call('get', '${key}')`;
      await expect(client.eval(script, 0)).rejects.toThrow(/can't access|NOPERM/);
    }
    expect(await admin.cache.get(cacheKeys.core)).toBe('secret');
  });

  it.each(['coach', 'ingest'] as const)('give %s its own queues and no other', async (service) => {
    const other = service === 'coach' ? 'ingest' : 'coach';
    const client = as(service, 'queue');
    expect(await client.hget(queueKeys[service], 'data')).toBe('secret');
    for (const command of [
      ['HGETALL', queueKeys[other]],
      ['LPUSH', `{${other}}:imports:wait`, '1'],
      ['DEL', queueKeys[other]],
      ['PUBLISH', `{${other}}:imports:delayed`, '1'],
      ['SUBSCRIBE', `{${other}}:imports:delayed`],
      ['RENAME', queueKeys[service], queueKeys[other]],
      ['BRPOPLPUSH', `{${other}}:imports:wait`, `{${service}}:mine`, '1'],
    ] satisfies Command[])
      await refused(client, command);
  });

  it('know no core-api in the queue', async () => {
    await expect(as('core', 'queue').ping()).rejects.toThrow(/WRONGPASS|closed/);
  });

  it('let only ingest ring, and only its own bell', async () => {
    await expect(as('ingest', 'cache').publish('ingest:progress', 'x')).resolves.toBe(0);
    await refused(as('ingest', 'cache'), ['PUBLISH', 'other', 'x']);
    await refused(as('coach', 'cache'), ['PUBLISH', 'ingest:progress', 'x']);
    await refused(as('core', 'cache'), ['SUBSCRIBE', 'ingest:progress']);
  });

  it('let coach alone write logs and wake its reader', async () => {
    const coach = as('coach', 'cache');
    await coach.del(cacheKeys.coach);
    await coach.xadd(cacheKeys.coach, '1-1', 'x', 'Hello');
    expect(await coach.client('ID')).toBeGreaterThan(0);
    expect(await coach.client('UNBLOCK', 999_999_999)).toBe(0);
    await refused(as('core', 'cache'), ['CLIENT', 'UNBLOCK', '1']);
    await refused(as('core', 'cache'), ['XADD', 'core:x', '*', 'a', 'b']);
  });

  it.each(
    (['cache', 'queue'] as const).flatMap((store) =>
      services
        .filter((service) => store === 'cache' || service !== 'core')
        .map((service) => ({ store, service })),
    ),
  )('leave to the operator what concerns the server: $service in $store', async (given) => {
    const client = as(given.service, given.store);
    for (const command of forOperatorsOnly) await refused(client, command);
    expect(await client.ping()).toBe('PONG');
  });

  it('stand in their file without a password', async () => {
    const list = (await admin.cache.call('ACL', 'LIST')) as string[];
    const names = list.map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(names.sort()).toEqual([
      'user coach on',
      'user core on',
      'user default off',
      'user ingest on',
      'user operator on',
    ]);
    expect(list.join('\n')).not.toContain('coach-test');
  });
});
