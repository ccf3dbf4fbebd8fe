import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repoRoot, webDist } from './paths.ts';

const run = promisify(execFile);
const stampFile = join(webDist, '.built-from');

/** What the built app is made of. */
const sources = ['web/src', 'web/public', 'packages/contracts/src', 'packages/training/src'];
const files = ['web/index.html', 'web/package.json', 'web/vite.config.ts', 'package-lock.json'];

/** Builds the web app when something it is made of has changed; answers whether it did. */
export async function buildWeb(say: (line: string) => void): Promise<boolean> {
  const stamp = await stampOfSources();
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return false;
  say('Building the web app …');
  await run('npm', ['run', '--silent', '-w', 'web', 'build'], {
    cwd: repoRoot,
    maxBuffer: 64e6,
    // Always what people get: started from a test, which says `test`, the libraries would come with their checks.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await writeFile(stampFile, stamp);
  return true;
}

/** Names, sizes and times are enough: a build that was not needed costs seconds, never correctness. */
async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const paths = [...files];
  for (const folder of sources) {
    const path = join(repoRoot, folder);
    if (!existsSync(path)) continue;
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) paths.push(join(entry.parentPath, entry.name).slice(repoRoot.length + 1));
  }
  for (const path of paths.sort()) {
    const { size, mtimeMs } = await stat(join(repoRoot, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
