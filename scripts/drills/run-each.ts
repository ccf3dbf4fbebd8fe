import { spawn } from 'node:child_process';
import { exactly, reportOf, type Report } from '../bench/report.ts';

/**
 * Runs drills one after another, each in a process of its own: what one leaves behind, or how it ends, is nothing to
 * the next. The report names all of them with their bars that were missed.
 */
export async function runEach(script: string, ids: readonly string[]): Promise<Report> {
  const startedAt = performance.now();
  const reports: Report[] = [];
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  for (const id of ids) {
    if (interrupted.signal.aborted) break;
    reports.push(await runOne(script, id, interrupted.signal));
  }
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
  const bars = reports.map(({ name, bars: all, ok }) => {
    const met = all.filter((bar) => bar.ok).length;
    return { name: `${name}: bars met`, value: met, bar: all.length, ok };
  });
  bars.push(exactly('drills that were run', reports.length, ids.length));
  const drills = Object.fromEntries(
    reports.map(({ name, ok, bars: all, seconds, loadAverage }) => [
      name,
      { ok, seconds, loadAverage, missed: all.filter((bar) => !bar.ok) },
    ]),
  );
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return reportOf('all', bars, { seconds, drills });
}

async function runOne(script: string, id: string, interrupted: AbortSignal): Promise<Report> {
  const child = spawn(process.execPath, [...process.execArgv, script, id], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  // It takes down what it started before it ends; from a keyboard it has heard of this already.
  const stop = () => child.kill('SIGTERM');
  interrupted.addEventListener('abort', stop, { once: true });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  interrupted.removeEventListener('abort', stop);
  return (
    reportIn(output.trim().split('\n').at(-1) ?? '') ??
    reportOf(id, [exactly('ended without a report, exit code', code ?? -1, 0)], { ok: false })
  );
}

function reportIn(line: string): Report | undefined {
  try {
    const found: Report = JSON.parse(line);
    return Array.isArray(found.bars) ? found : undefined;
  } catch {
    return undefined;
  }
}
