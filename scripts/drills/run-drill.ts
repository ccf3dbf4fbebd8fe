import { loadavg } from 'node:os';
import { reportOf, type Report } from '../bench/report.ts';
import type { Drill, Sizes } from './drill.ts';

const LIMIT_MS = 45 * 60_000;

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
  try {
    const run = drill.run({
      sizes,
      say: (line) => console.log(`  ${line}`),
      later: (undo) => undos.push(undo),
    });
    const report = await Promise.race([run, interrupted.promise]);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const loadAverage = [loadBefore, loadavg()[0] ?? 0].map((load) => Math.round(load * 10) / 10);
    return { ...report, seconds, loadAverage };
  } catch (error) {
    console.log(`  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const failed = { name: 'the drill ran to its end', value: 0, bar: 1, ok: false };
    return reportOf(name, [failed], { error: String(error) });
  } finally {
    clearTimeout(timer);
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    for (const undo of undos.reverse()) await undo().catch((error: unknown) => console.log(error));
  }
}
