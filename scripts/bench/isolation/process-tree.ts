/** What /proc/PID/stat tells: who started a process, its state letter (`T` is stopped), and its work in clock ticks. */
export type ProcessTime = { pid: number; parent: number; state: string; ticks: number };

/** The name stands in brackets and may hold anything, brackets and spaces too. */
export function parseProcess(line: string): ProcessTime {
  const end = line.lastIndexOf(')');
  const fields = line.slice(end + 2).split(' ');
  // proc(5): state, ppid, … and from the 14th of all on utime, stime, and both of children that have ended.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  const [state = '', parent] = fields;
  return { pid: Number.parseInt(line, 10), parent: Number(parent), state, ticks };
}

/** The time of a process and everybody it started, also indirectly, those that have ended included. */
export function ticksBelow(root: number, processes: readonly Omit<ProcessTime, 'state'>[]): number {
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const own = processes.find(({ pid }) => pid === root)?.ticks ?? 0;
  return (children.get(root) ?? []).reduce((sum, { pid }) => sum + ticksBelow(pid, processes), own);
}

/**
 * Of all cores together: everything but idle and waiting for disks, guests being contained in user; and of that what the host
 * gave to others while somebody here wanted to run.
 */
export function busyTicks(statLine: string): { busy: number; stolen: number } {
  const [user, nice, system, , , irq, softIrq, stolen = 0] = statLine
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busy = [user, nice, system, irq, softIrq, stolen].reduce<number>(
    (sum, ticks) => sum + (ticks ?? 0),
    0,
  );
  return { busy, stolen };
}
