import { fork, type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./parser-child.ts', import.meta.url));

/**
 * `heapMb` bounds JavaScript objects only; the pool watches resident memory for the rest. The permission model
 * denies writing, spawning, workers, add-ons and every folder not named. It does not restrict the network: that
 * is the container's egress allowlist.
 */
export function spawnParser(readable: readonly string[], heapMb: number): ChildProcess {
  return fork(entry, [], {
    execPath: process.execPath,
    execArgv: [
      '--permission',
      ...readable.map((folder) => `--allow-fs-read=${folder}`),
      `--max-old-space-size=${heapMb}`,
      '--disable-warning=ExperimentalWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** What a child may read. Throws when the folder of raw files does not exist: better at boot than at the first upload. */
export function readableFolders(rawFolder: string): string[] {
  return [...new Set([rawFolder, realpathSync(rawFolder), ...codeFolders()])];
}

/** This folder, the package files that tell Node how to load it, and the parsers' own dependencies. */
function codeFolders(): string[] {
  const folder = dirname(entry);
  const packageFiles: string[] = [];
  for (let at = folder; dirname(at) !== at; at = dirname(at))
    packageFiles.push(join(at, 'package.json'));
  const { resolve } = createRequire(import.meta.url);
  const saxes = resolve('saxes/package.json');
  const modules = [
    saxes,
    resolve('fit-file-parser/profile'),
    createRequire(saxes).resolve('xmlchars/package.json'),
  ];
  return [folder, ...packageFiles, ...modules.map(moduleFolder)];
}

function moduleFolder(path: string): string {
  const real = realpathSync(path);
  const inside = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(real);
  return inside?.[0] ?? dirname(real);
}
