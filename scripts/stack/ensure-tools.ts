import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from './parse-up-args.ts';

const run = promisify(execFile);

/** Programs that no npm package brings, and the Debian packages that do. */
const packages = { 'redis-server': 'redis-server', caddy: 'caddy', chromium: 'chromium' } as const;
export type Tool = keyof typeof packages;

/** Makes sure of tools: on the PATH, else installed by apt where we may, else one line that says what to install. */
export async function ensureTools(
  tools: readonly Tool[],
  say: (line: string) => void,
): Promise<void> {
  const missing: Tool[] = [];
  for (const tool of tools) if (!(await findOnPath(tool))) missing.push(tool);
  if (missing.length === 0) return;
  const names = missing.map((tool) => packages[tool]);
  const byHand = `install ${names.join(' and ')} (on Debian: apt-get install ${names.join(' ')}) and start again`;
  if (process.getuid?.() !== 0 || !(await findOnPath('apt-get'))) throw new UsageError(byHand);
  say(`Installing ${names.join(', ')} …`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    // A packaged service must not start on its own and take the usual ports.
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      env: { ...env, RUNLEVEL: '1' },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    throw new UsageError(`apt-get could not install ${names.join(', ')}; ${byHand}`, {
      cause: error,
    });
  }
}

export async function findOnPath(program: string): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program);
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
