import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { asPart, type Part } from '@evensplit/local-parts/child';
import { freePort } from '@evensplit/local-parts/free-port';
import { nodeBinary, repoRoot } from './paths.ts';

/** The coach's settings about models, as an operator exports them. */
const names = [
  'COACH_PROVIDERS',
  'COACH_DAILY_TOKENS',
  ...['OPENAI', 'GEMINI'].flatMap((provider) =>
    ['API_KEY', 'API_KEY_FILE', 'MODEL', 'BASE_URL', 'REASONING'].map(
      (one) => `${provider}_${one}`,
    ),
  ),
];

export function modelSettings(
  source: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = source[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The model sim in a process of its own, and the settings that make it the coach's one provider. */
export async function startSimulatedModel(
  log: (line: string) => void,
): Promise<{ part: Part; env: Record<string, string> }> {
  const port = await freePort();
  const main = join(repoRoot, 'scripts', 'model-sim', 'main.ts');
  const child = spawn(nodeBinary, [main, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => log(chunk.toString().trimEnd()));
  const part = asPart(child, 'model-sim', 'SIGTERM', 2000);
  const listening = new Promise<undefined>((resolve) =>
    child.stdout.once('data', () => resolve(undefined)),
  );
  const failure = await Promise.race([part.died, listening]);
  if (failure !== undefined) throw new Error(failure);
  return {
    part,
    env: {
      COACH_PROVIDERS: 'openai',
      OPENAI_API_KEY: 'simulated',
      OPENAI_MODEL: 'honest',
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    },
  };
}
