import { readdir, readFile } from 'node:fs/promises';
import { busyTicks, parseProcess, ticksBelow } from './process-tree.ts';

/**
 * Cores in use on average: by this process and all it started, and by everybody else on the machine; `parts` of ours, `bench`
 * being those who measure and those who want something of the coach; and what the host gave to other machines meanwhile.
 */
export type Cores = {
  ours: number;
  others: number;
  stolen: number;
  parts: Record<string, number>;
};

type WatchedPart = { name: string; pid: number };

/** Linux counts in hundredths of a second wherever it is asked from outside of the kernel. */
const TICKS_PER_S = 100;

/** Ends with what was used since it began: other work tells why a figure is not to be trusted. */
export async function watchCores(
  parts: readonly WatchedPart[] = [],
): Promise<() => Promise<Cores>> {
  const before = await look(parts);
  return async () => {
    const after = await look(parts);
    const perTick = 1000 / (after.at - before.at) / TICKS_PER_S;
    const ours = (after.ours - before.ours) * perTick;
    const stolen = (after.stolen - before.stolen) * perTick;
    const used = parts.map(({ name }, index) => {
      const ticks = (after.parts[index] ?? 0) - (before.parts[index] ?? 0);
      return [name, ticks * perTick] as const;
    });
    const named = used.reduce((sum, [, cores]) => sum + cores, 0);
    return {
      ours,
      others: Math.max(0, (after.busy - before.busy) * perTick - ours - stolen),
      stolen,
      parts: Object.fromEntries([...used, ['bench', ours - named]]),
    };
  };
}

async function look(parts: readonly WatchedPart[]) {
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
    ...busyTicks(stat.slice(0, stat.indexOf('\n'))),
    ours: ticksBelow(process.pid, processes),
    parts: parts.map(({ pid }) => ticksBelow(pid, processes)),
  };
}
