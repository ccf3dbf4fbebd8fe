import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { reportOf, type Report } from '../bench/report.ts';
import type { Drill, Sizes } from './drill.ts';

const LIMIT_MS = 45 * 60_000;
/** What was being started when the interrupt came gets this long to be there, so that it can be stopped too. */
const LATE_MS = 20_000;

/** Runs one drill and undoes what it started, also after a failure, an interrupt, or three quarters of an hour. */
export async function runDrill(name: string, drill: Drill, sizes: Sizes): Promise<Report> {
  const undos: (() => Promise<unknown>)[] = [];
  const startedAt = performance.now();
  const loadBefore = loadavg()[0] ?? 0;
  const interrupted = Promise.withResolvers<never>();
  const interrupt = (signal: NodeJS.Signals) => interrupted.reject(new Error(`got ${signal}`));
  const timer = setTimeout(
    () => interrupted.reject(new Error('still not over after three quarters of an hour')),
    LIMIT_MS,
  );
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  console.log(`\n${name}: ${drill.about}`);
  let run: Promise<unknown> = Promise.resolve();
  async function undoAll(): Promise<void> {
    for (let undo = undos.pop(); undo; undo = undos.pop())
      await undo().catch((error: unknown) => console.log(error));
  }
  try {
    const result = drill.run({
      sizes,
      say: (line) => console.log(`  ${line}`),
      later: (undo) => undos.push(undo),
    });
    run = result;
    const report = await Promise.race([result, interrupted.promise]);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const loadAverage = [loadBefore, loadavg()[0] ?? 0].map((load) => Math.round(load * 10) / 10);
    return { ...report, seconds, loadAverage };
  } catch (error) {
    console.log(`  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const failed = { name: 'the drill ran to its end', value: 0, bar: 1, ok: false };
    return reportOf(name, [failed], { error: String(error) });
  } finally {
    clearTimeout(timer);
    await undoAll();
    // Without what it needs it fails soon, unless it stands somewhere for ever.
    const enough = new AbortController();
    const late = sleep(LATE_MS, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([run.catch(() => undefined), late]);
    enough.abort();
    await undoAll();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
