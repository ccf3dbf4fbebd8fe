import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, portInUse } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { demoEmail, signUpDemo } from './stack/bring-demo.ts';
import { buildWeb } from './stack/build-web.ts';
import { ensureTools } from './stack/ensure-tools.ts';
import { modelSettings } from './stack/model-behind-coach.ts';
import { parseUpArgs, UsageError, upHelp, type UpOptions } from './stack/parse-up-args.ts';
import { nodeBinary, repoRoot } from './stack/paths.ts';
import { startStack, type Stack } from './stack/start-stack.ts';
import { clearState, readState, writeState } from './stack/state-file.ts';
import { runSmoke } from './smoke/run-smoke.ts';

const say = (line: string) => console.log(line);

try {
  const options = parseUpArgs(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (options.help) say(upHelp);
  else if (options.check) process.exitCode = await check();
  else if (options.detach) process.exitCode = await detach(options);
  else process.exitCode = await up(options);
} catch (error) {
  const known = error instanceof UsageError;
  console.error(
    `up: ${known ? error.message : String(error instanceof Error ? error.message || error : error)}`,
  );
  process.exitCode = 1;
}

/** Everything in the foreground, logs and all, until Ctrl-C. */
async function up(options: UpOptions): Promise<number> {
  const startedAt = performance.now();
  await refuseWhenTaken(options);
  await ensureTools(['redis-server', 'caddy'], say);
  await buildWeb(say);
  say('Starting …');
  const stack = await startStack({
    dataDir: options.dataDir,
    port: options.port,
    publicUrl: options.publicUrl,
    demoEmail: options.demo ? demoEmail : '',
    databaseUrl: process.env['DATABASE_URL'],
    redisUrl: process.env['REDIS_URL'],
    models: modelSettings(process.env),
    modelSim: options.modelSim,
    log: prefixed,
  });
  const stopped = stopOnSignal(stack, options.dataDir);
  await writeState(options.dataDir, { pid: process.pid, url: stack.url });
  const demo = options.demo ? await demoOf(stack, options) : null;
  announce(stack, options, (performance.now() - startedAt) / 1000);
  process.send?.({ ready: true });
  void demo?.bringHistory?.().then(
    (count) => say(`The demo history is uploaded: ${count} files, being read now.`),
    (error: unknown) =>
      say(`The demo history did not arrive whole (${String(error)}); the next start tries again.`),
  );
  return stopped;
}

async function refuseWhenTaken(options: UpOptions): Promise<void> {
  const running = await readState(options.dataDir);
  if (running)
    throw new UsageError(
      `Evensplit already runs on this data at ${running.url}; scripts/down stops it`,
    );
  if (await portInUse(options.port))
    throw new UsageError(`port ${options.port} is in use: choose another with --port`);
}

async function demoOf(stack: Stack, options: UpOptions) {
  return signUpDemo({
    dataDir: options.dataDir,
    url: `http://127.0.0.1:${options.port}`,
    password: stack.secrets.demoPassword,
  });
}

function announce(stack: Stack, options: UpOptions, seconds: number): void {
  say('');
  say(`Evensplit is ready at ${stack.url}  (${seconds.toFixed(1)} s)`);
  if (options.demo) say(`Demo athlete: ${demoEmail}  password: ${stack.secrets.demoPassword}`);
  if (options.modelSim)
    say('A simulated model is behind the coach: agree to it under Settings, Privacy.');
  say('The first account you create yourself becomes the owner of this installation.');
  say('Ctrl-C stops everything.');
  say('');
}

/** Resolves with the exit code once everything has stopped, by signal or because a part died. */
async function stopOnSignal(stack: Stack, dataDir: string): Promise<number> {
  const signal = new Promise<null>((resolve) => {
    process.once('SIGINT', () => resolve(null));
    process.once('SIGTERM', () => resolve(null));
  });
  const reason = await Promise.race([signal, stack.died]);
  if (reason) console.error(`up: ${reason}; stopping the rest`);
  else say('Stopping …');
  await stack.stop();
  await clearState(dataDir);
  return reason ? 1 : 0;
}

/** The same in the background: a child runs `up` with its output in a file, and we leave when it is ready. */
async function detach(options: UpOptions): Promise<number> {
  await refuseWhenTaken(options);
  await mkdir(options.dataDir, { recursive: true, mode: 0o711 });
  const logFile = join(options.dataDir, 'up.log');
  const out = openSync(logFile, 'w');
  const args = process.argv.slice(2).filter((argument) => argument !== '--detach');
  const child = spawn(nodeBinary, [join(repoRoot, 'scripts', 'up.ts'), ...args], {
    cwd: repoRoot,
    detached: true,
    stdio: ['ignore', out, out, 'ipc'],
    env: { ...process.env, INIT_CWD: process.env['INIT_CWD'] ?? process.cwd() },
  });
  const ready = await new Promise<boolean>((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
  });
  const text = await readFile(logFile, 'utf8');
  if (!ready) {
    console.error(text.trim().split('\n').slice(-3).join('\n'));
    return 1;
  }
  child.disconnect();
  child.unref();
  say(
    text
      .slice(text.indexOf('Evensplit is ready'))
      .trim()
      .replace('Ctrl-C stops everything.', 'scripts/down stops it.'),
  );
  return 0;
}

/** Proves an installation without touching its data: own ports, throwaway stores, the smoke test, nothing left. */
async function check(): Promise<number> {
  await ensureTools(['redis-server', 'caddy'], say);
  await buildWeb(say);
  const dir = await tempDir('check');
  const port = await freePort();
  const stack = await startStack({ dataDir: dir.path, port, throwaway: true, log: prefixed });
  try {
    return (await runSmoke(`http://localhost:${port}`)) ? 0 : 1;
  } finally {
    await stack.stop();
    await dir.remove();
  }
}

function prefixed(source: string, line: string): void {
  for (const one of line.split('\n')) if (one) say(`${source.padEnd(9)}│ ${one}`);
}
