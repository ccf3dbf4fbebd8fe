import { PublicJwks } from '@evensplit/platform/auth/access-token';
import { integer, json, parseEnv, port, url, type EnvSource } from '@evensplit/platform/env';
import { z } from 'zod';

const Env = z.object({
  PORT: port().default(3001),
  METRICS_PORT: port().default(9101),
  PUBLIC_URL: url('http', 'https'),
  DATABASE_URL: url('postgres', 'postgresql'),
  DB_POOL: integer(2, 40).default(5),
  REDIS_CACHE_URL: url('redis', 'rediss'),
  /** Carries the jobs that write briefings; nothing else waits for it. */
  REDIS_QUEUE_URL: url('redis', 'rediss'),
  AUTH_PUBLIC_JWKS: json(PublicJwks, 'set the public key set that scripts/up wrote'),
  /** Turns that this replica writes at the same time, and streams that it serves. */
  COACH_MAX_TURNS: integer(1, 10_000).default(500),
  COACH_MAX_TAILS: integer(1, 50_000).default(2000),
  /** How long balancers get to notice before the port closes; 0 where there are none. */
  SHUTDOWN_DELAY_S: integer(0, 15).default(5),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'line']).default('json'),
});
export type Env = z.output<typeof Env>;

export function readEnv(source: EnvSource = process.env): Env {
  return parseEnv(Env, source);
}
