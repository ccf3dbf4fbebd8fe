import { PrivateJwk } from '@evensplit/platform/auth/access-token';
import {
  integer,
  json,
  parseEnv,
  port,
  secret,
  url,
  type EnvSource,
} from '@evensplit/platform/env';
import { z } from 'zod';

const Env = z.object({
  PORT: port().default(3000),
  METRICS_PORT: port().default(9100),
  PUBLIC_URL: url('http', 'https'),
  DATABASE_URL: url('postgres', 'postgresql'),
  DB_POOL: integer(1, 40).default(10),
  REDIS_CACHE_URL: url('redis', 'rediss'),
  /** The one private key of the product: whoever holds it can be anybody. */
  AUTH_PRIVATE_JWK: json(
    PrivateJwk,
    'set an Ed25519 private key as JSON Web Key (scripts/up makes one)',
  ),
  /** Derives refresh tokens; a change signs everybody out. */
  REFRESH_SECRET: secret(32),
  /** The account that scripts/up signs up for its demo history; it never becomes owner. */
  DEMO_EMAIL: z.string().default(''),
  /** Seconds between "not ready" and "no new connections": time for balancers to notice. */
  SHUTDOWN_DELAY_S: integer(0, 15).default(5),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'line']).default('json'),
});
export type Env = z.output<typeof Env>;

export function readEnv(source: EnvSource = process.env): Env {
  return parseEnv(Env, source);
}
