import { spawn } from 'node:child_process';
import { buildWeb } from './stack/build-web.ts';
import { ensureTools } from './stack/ensure-tools.ts';
import { UsageError } from './stack/parse-up-args.ts';
import { repoRoot } from './stack/paths.ts';

type Step = { name: string; command: string; args: string[] };

const npmRun = (name: string, script: string, ...args: string[]): Step => ({
  name,
  command: 'npm',
  args: ['run', '--silent', '--loglevel=error', script, ...(args.length ? ['--', ...args] : [])],
});

/** Cheap checks first and together with the build of the web app; then what needs servers; the browser last. */
const checks = [
  npmRun('format', 'check:format'),
  npmRun('lint', 'lint'),
  npmRun('types', 'types'),
  npmRun('dead code', 'unused'),
];

const narrowed = process.argv.slice(2);
const results: { name: string; ok: boolean; seconds: number }[] = [];

try {
  await ensureTools(['redis-server', 'caddy', 'chromium'], console.log);
  if (narrowed.length > 0) await take(npmRun('unit and API tests', 'jest', ...narrowed));
  else {
    await Promise.all([...checks.map((step) => take(step, true)), build()]);
    await take(npmRun('web size', 'web:budget'));
    await take(npmRun('unit and API tests', 'jest'));
    await take(npmRun('browser', 'e2e'));
  }
} catch (error) {
  console.error(`test: ${error instanceof UsageError ? error.message : String(error)}`);
  results.push({ name: 'set-up', ok: false, seconds: 0 });
}
console.log('');
for (const { name, ok, seconds } of results)
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(20)} ${seconds.toFixed(1)} s`);
const failed = results.filter((one) => !one.ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function build(): Promise<void> {
  const startedAt = performance.now();
  let ok = true;
  try {
    await buildWeb(() => undefined);
  } catch (error) {
    ok = false;
    console.log(`── web build\n${String(error)}`);
  }
  results.push({ name: 'web build', ok, seconds: (performance.now() - startedAt) / 1000 });
}

/** Runs one step; `quietly` keeps the output of steps that run side by side apart, and shows it only when one fails. */
async function take(step: Step, quietly = false): Promise<void> {
  const startedAt = performance.now();
  const { code, output } = await run(step, quietly);
  const ok = code === 0;
  if (quietly && !ok) console.log(`── ${step.name}\n${output}`);
  results.push({ name: step.name, ok, seconds: (performance.now() - startedAt) / 1000 });
}

function run(step: Step, quietly: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {
      cwd: repoRoot,
      stdio: quietly ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
  });
}
