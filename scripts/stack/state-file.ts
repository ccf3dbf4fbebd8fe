import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What runs on a data folder right now, so that a second start says so and scripts/down finds it. */
export type StackState = { pid: number; url: string };

const fileOf = (dataDir: string) => join(dataDir, 'running.json');

export async function writeState(dataDir: string, state: StackState): Promise<void> {
  await writeFile(fileOf(dataDir), JSON.stringify(state));
}

export async function clearState(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true });
}

/** Null when nothing runs; a file left behind by a crash counts as nothing. */
export async function readState(dataDir: string): Promise<StackState | null> {
  const path = fileOf(dataDir);
  if (!existsSync(path)) return null;
  const state = JSON.parse(await readFile(path, 'utf8')) as StackState;
  return isAlive(state.pid) ? state : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
