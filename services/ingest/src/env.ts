import { PublicJwks } from '@evensplit/platform/auth/access-token';
import { integer, json, parseEnv, port, url, type EnvSource } from '@evensplit/platform/env';
import { z } from 'zod';

const Env = z.object({
  PORT: port().default(3002),
  METRICS_PORT: port().default(9102),
  PUBLIC_URL: url('http', 'https'),
  DATABASE_URL: url('postgres', 'postgresql'),
  DB_POOL: integer(3, 40).default(5),
  REDIS_QUEUE_URL: url('redis', 'rediss'),
  REDIS_CACHE_URL: url('redis', 'rediss'),
  AUTH_PUBLIC_JWKS: json(PublicJwks, 'set the public key set that scripts/up wrote'),
  /** The volume that holds what athletes uploaded: every replica must see the same one. */
  RAW_FILES_DIR: z.string('set the folder that keeps uploaded files').min(1),
  /** Processes that touch untrusted bytes, and files that are imported at the same time. */
  PARSER_CHILDREN: integer(1, 16).default(1),
  WORKER_CONCURRENCY: integer(1, 32).default(2),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'line']).default('json'),
});
export type Env = z.output<typeof Env>;

export function readEnv(source: EnvSource = process.env): Env {
  return parseEnv(Env, source);
}
