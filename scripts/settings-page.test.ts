import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateSigningKey, publicJwksOf } from '@evensplit/platform/auth/access-token';
import { readEnv as readCoachEnv } from '../services/coach/src/env.ts';
import { readEnv as readCoreEnv } from '../services/core-api/src/env.ts';
import { readEnv as readIngestEnv } from '../services/ingest/src/env.ts';
import { modelSettings } from './stack/model-behind-coach.ts';
import { upHelp } from './stack/parse-up-args.ts';
import { repoRoot } from './stack/paths.ts';

type Source = Readonly<Record<string, string | undefined>>;
type Reader = (source: Source) => Readonly<Record<string, unknown>>;

const textOf = (...path: string[]) => readFile(join(repoRoot, ...path), 'utf8');
const page = await textOf('docs', 'operations', 'settings.md');
const key = await generateSigningKey('test');

/** What nobody can do without; whatever else is read has a default or stays away. */
const required: Source = {
  PUBLIC_URL: 'http://localhost:8080',
  DATABASE_URL: 'postgresql://localhost/evensplit',
  REDIS_CACHE_URL: 'redis://localhost',
  REDIS_QUEUE_URL: 'redis://localhost',
  AUTH_PRIVATE_JWK: JSON.stringify(key),
  AUTH_PUBLIC_JWKS: JSON.stringify(publicJwksOf(key)),
  REFRESH_SECRET: 'x'.repeat(32),
  RAW_FILES_DIR: '/data/raw',
};

/** The rows of a section: each setting with what stands in the column "default". */
function tableOf(section: string): Record<string, string> {
  const text = page.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = text.matchAll(
    /^\| `([A-Z_]+|--[a-z-]+)[^`]*` +\| +(?:`([^`]*)`|(_required_))? *\|/gm,
  );
  return Object.fromEntries([...rows].map(([, name, value, must]) => [name, value ?? must ?? '']));
}

/** Every name that reading settings asks for. */
function namesAskedFor(read: Reader): string[] {
  const names = new Set<string>();
  const source = new Proxy<Source>(required, {
    get(given, name) {
      names.add(String(name));
      return given[String(name)];
    },
  });
  read(source);
  return [...names].filter((name) => !name.endsWith('_FILE') || names.has(name.slice(0, -5)));
}

function defaultsOf(read: Reader): Record<string, string> {
  const env = read(required);
  const names = namesAskedFor(read).filter((name) => !name.endsWith('_FILE'));
  return Object.fromEntries(
    names.map((name) => [name, name in required ? '_required_' : shown(env[name])]),
  );
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value).replace(/^\[(.*)\]$/, '$1');
}

/** `${NAME:-default}` of compose, `{$NAME:default}` of Caddy. */
function placeholdersOf(text: string, pattern: RegExp): Record<string, string> {
  return Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name, value]));
}

describe('docs/operations/settings.md', () => {
  it.each<[string, Reader]>([
    ['core-api', readCoreEnv],
    ['coach', readCoachEnv],
    ['ingest', readIngestEnv],
  ])('%s: has exactly what the service reads, with its defaults', (section, read) => {
    expect(tableOf(section)).toEqual(defaultsOf(read));
  });

  it.each(Object.keys(required))('cannot do without %s', (name) => {
    const without = { ...required, [name]: undefined };
    const missing = [readCoreEnv, readCoachEnv, readIngestEnv].filter((read: Reader) =>
      namesAskedFor(read).includes(name),
    );
    expect(missing.length).toBeGreaterThan(0);
    for (const read of missing) expect(() => read(without)).toThrow(name);
  });

  it('gateway: has what the Caddyfile reads', async () => {
    const text = await textOf('gateway', 'Caddyfile');
    expect(tableOf('gateway')).toEqual(placeholdersOf(text, /\{\$(\w+):([^}]*)\}/g));
  });

  it('compose: has what docker-compose.yml takes', async () => {
    const text = await textOf('compose', 'docker-compose.yml');
    expect(tableOf('compose')).toEqual(placeholdersOf(text, /\$\{(\w+):-([^}]*)\}/g));
    const dockerfile = await textOf('compose', 'Dockerfile');
    for (const [line] of dockerfile.matchAll(/^ENV .+$/gm)) {
      for (const [, name] of line.matchAll(/(\w+)=/g)) expect(page).toContain(`\`${name}\``);
    }
  });

  it('migrate: has what the migrate step reads', async () => {
    const source = await textOf('prisma', 'src', 'env.ts');
    const names = [...source.matchAll(/secret\('(\w+)'\)/g)].map(([, name]) => name);
    expect(new Set(Object.keys(tableOf('migrate')))).toEqual(new Set(names));
  });

  it('scripts/up: has its options, and what it takes from the environment', async () => {
    const source = await textOf('scripts', 'up.ts');
    const own = [...source.matchAll(/process\.env\['(\w+)'\]/g)].map(([, name]) => name);
    const names = new Set([...own, ...namesAskedFor(modelSettings)]);
    names.delete('INIT_CWD');
    for (const [, option] of upHelp.matchAll(/^ {2}(--[a-z-]+)/gm)) names.add(option);
    expect(new Set(Object.keys(tableOf('scripts/up')))).toEqual(names);
  });
});
