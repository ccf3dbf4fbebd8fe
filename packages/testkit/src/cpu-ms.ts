/** What a computation costs this thread: on a busy machine it takes longer, and costs no more. */
export function cpuMs(compute: () => unknown): number {
  const before = process.threadCpuUsage();
  compute();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
