import { createHash } from 'node:crypto';

export type RedisStore = 'queue' | 'cache';
export type RedisService = 'core' | 'coach' | 'ingest';
export type RedisPasswords = Record<RedisService | 'operator', string>;

/** The content of an `aclfile`, and what somebody needs who may do everything. */
export type RedisAcl = { file: string; operatorPassword: string };

type Rights = {
  keys: readonly string[];
  channels?: readonly string[];
  commands: readonly string[];
};

/** `info` because the client asks it, after connecting, whether the server is still reading its file. */
const connecting = ['ping', 'info', 'client|setname'];
/** Rate limits: one script, a transaction to look, and `del` after a successful login. */
const counting = words('eval evalsha multi exec get set incrby pttl expire del');

/** Bull 4.16: what its scripts call for the parts of it that we use, and what it sends itself. */
const queueing = words(`
  eval evalsha script|load script|exists multi exec publish subscribe brpoplpush rpoplpush
  del exists get set psetex pttl incr rename
  hdel hget hgetall hincrby hmget hmset hset
  lindex linsert llen lpush rpush lrange lrem ltrim
  sadd scard sismember smembers srem
  zadd zcard zcount zrange zrangebyscore zrem zremrangebyrank zremrangebyscore zrevrange zrevrangebyscore zscore`);

/**
 * Who may do what in which Redis. Commands are named one by one: no category is both small enough and whole, and
 * what is not here (KEYS, SCAN, FLUSHALL, CONFIG, MONITOR, …) nobody but the operator may.
 */
const rights: Record<RedisStore, Partial<Record<RedisService, Rights>>> = {
  cache: {
    core: { keys: ['core:*'], commands: counting },
    coach: {
      keys: ['coach:*'],
      commands: [
        ...counting,
        ...words('xadd xread xrange xrevrange unlink client|id client|unblock'),
      ],
    },
    ingest: {
      keys: ['ingest:*'],
      channels: ['ingest:*'],
      commands: [...counting, 'publish', 'subscribe'],
    },
  },
  queue: { coach: queueOf('{coach}'), ingest: queueOf('{ingest}') },
};

/**
 * Nobody can log in as this user, but Redis itself is it while it reads its append-only file, and then checks the rights of
 * what stands between MULTI and EXEC there: with fewer of them it would drop those writes, and Bull's are all of that kind.
 */
const nobody = 'user default off resetpass ~* &* +@all';

/** What a process needs whose Bull queues have this prefix. */
export function queueOf(prefix: string): Rights {
  return { keys: [`${prefix}:*`], channels: [`${prefix}:*`], commands: queueing };
}

/**
 * The users of a Redis as its `aclfile`. Nobody may come in without a name; `operator` may do everything. Passwords
 * stand there hashed. `numbered` is for a test's server, whose databases by number serve several at once.
 */
export function redisAcl(
  store: RedisStore,
  passwords: RedisPasswords,
  options: { numbered?: boolean } = {},
): RedisAcl {
  const extra = options.numbered ? ['select'] : [];
  const users = serviceUsers([store], passwords, extra);
  const operator = `user operator on ${hashed(passwords.operator)} ~* &* +@all`;
  return {
    file: [nobody, operator, ...users.map(({ name, rules }) => `user ${name} ${rules.join(' ')}`)]
      .map((line) => `${line}\n`)
      .join(''),
    operatorPassword: passwords.operator,
  };
}

/** The users of the services alone, for a Redis that somebody else looks after; it may be both stores in one. */
export function serviceUsers(
  stores: readonly RedisStore[],
  passwords: RedisPasswords,
  extra: readonly string[] = [],
): { name: RedisService; rules: string[] }[] {
  return (['core', 'coach', 'ingest'] as const).flatMap((name) => {
    const own = stores.flatMap((store) => rights[store][name] ?? []);
    if (own.length === 0) return [];
    const merged: Rights = {
      keys: own.flatMap(({ keys }) => keys),
      channels: own.flatMap(({ channels }) => channels ?? []),
      commands: [...new Set([...own.flatMap(({ commands }) => commands), ...extra])],
    };
    return [{ name, rules: ['on', hashed(passwords[name]), ...rulesOf(merged)] }];
  });
}

/** In the words of `ACL SETUSER`, without state and password. */
export function rulesOf({ keys, channels = [], commands }: Rights): string[] {
  return [
    'resetkeys',
    'resetchannels',
    '-@all',
    ...keys.map((pattern) => `~${pattern}`),
    ...channels.map((pattern) => `&${pattern}`),
    ...[...connecting, ...commands].map((command) => `+${command}`),
  ];
}

/** The address of a server as one of its users calls it. */
export function urlAs(
  server: string,
  user: keyof RedisPasswords,
  passwords: RedisPasswords,
): string {
  const url = new URL(server);
  url.username = user;
  url.password = passwords[user];
  return url.href;
}

function hashed(password: string): string {
  return `#${createHash('sha256').update(password).digest('hex')}`;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
