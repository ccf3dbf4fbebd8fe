import { readdir, readFile } from 'node:fs/promises';
import { busyTicks, parseProcess, ticksBelow } from './process-tree.ts';

/** Cores in use on average: by this process and all it started, and by everybody else on the machine. */
export type Cores = { ours: number; others: number };

/** Linux counts in hundredths of a second wherever it is asked from outside of the kernel. */
const TICKS_PER_S = 100;

/** Ends with what was used since it began: other work tells why a figure is not to be trusted. */
export async function watchCores(): Promise<() => Promise<Cores>> {
  const before = await look();
  return async () => {
    const after = await look();
    const perTick = 1000 / (after.at - before.at) / TICKS_PER_S;
    const ours = (after.ours - before.ours) * perTick;
    return { ours, others: Math.max(0, (after.busy - before.busy) * perTick - ours) };
  };
}

async function look() {
  const [stat, names] = await Promise.all([readFile('/proc/stat', 'utf8'), readdir('/proc')]);
  const lines = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      // One that has ended in between is nobody's any more.
      .map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  const processes = lines.filter(Boolean).map(parseProcess);
  return {
    at: performance.now(),
    busy: busyTicks(stat.slice(0, stat.indexOf('\n'))),
    ours: ticksBelow(process.pid, processes),
  };
}
