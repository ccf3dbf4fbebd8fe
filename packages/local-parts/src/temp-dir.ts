import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TempDir = { path: string; remove: () => Promise<void> };

/** A throwaway folder. Others may enter (not list) it: started by root, Postgres runs as a user of its own. */
export async function tempDir(purpose: string): Promise<TempDir> {
  const path = await mkdtemp(join(tmpdir(), `evensplit-${purpose}-`));
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
