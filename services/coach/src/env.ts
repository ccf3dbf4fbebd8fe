import { PublicJwks } from '@evensplit/platform/auth/access-token';
import {
  flag,
  integer,
  json,
  parseEnv,
  port,
  secret,
  url,
  type EnvSource,
} from '@evensplit/platform/env';
import { z } from 'zod';

const providerNames = ['openai', 'gemini'] as const;
const PROVIDERS_HINT = `set names out of ${providerNames.join(', ')}, each once, with commas between`;

/** `openai,gemini`: who is asked, in this order. Nobody is the default. */
function providerList() {
  return z
    .string(PROVIDERS_HINT)
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(providerNames, PROVIDERS_HINT)))
    .refine((names) => new Set(names).size === names.length, PROVIDERS_HINT);
}

const Env = z
  .object({
    /** `web` answers questions, `worker` writes briefings, `all` does both in one process. */
    ROLE: z.enum(['all', 'web', 'worker']).default('all'),
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
    /** Without one the coach answers from facts alone and nothing leaves this installation. */
    COACH_PROVIDERS: providerList().default([]),
    /** Of one athlete and UTC day, over all providers. */
    COACH_DAILY_TOKENS: integer(0, 1_000_000_000).default(500_000),
    OPENAI_API_KEY: secret(1).optional(),
    OPENAI_MODEL: z.string().optional(),
    /** Any server that speaks Chat Completions. */
    OPENAI_BASE_URL: url('http', 'https').optional(),
    /** The model thinks before its first word and gets more time and tokens for it. */
    OPENAI_REASONING: flag().default(false),
    GEMINI_API_KEY: secret(1).optional(),
    GEMINI_MODEL: z.string().optional(),
    GEMINI_BASE_URL: url('http', 'https').optional(),
    GEMINI_REASONING: flag().default(false),
    /** How long balancers get to notice before the port closes; 0 where there are none. */
    SHUTDOWN_DELAY_S: integer(0, 15).default(5),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
    LOG_FORMAT: z.enum(['json', 'line']).default('json'),
  })
  .superRefine((env, context) => {
    const needed = {
      openai: ['OPENAI_API_KEY', 'OPENAI_MODEL'],
      gemini: ['GEMINI_API_KEY', 'GEMINI_MODEL'],
    } as const;
    for (const provider of env.COACH_PROVIDERS) {
      for (const name of needed[provider]) {
        if (env[name] !== undefined) continue;
        const message = `set it, because COACH_PROVIDERS names ${provider}`;
        context.addIssue({ code: 'custom', path: [name], message });
      }
    }
  });
export type Env = z.output<typeof Env>;

export function readEnv(source: EnvSource = process.env): Env {
  return parseEnv(Env, source);
}
