/** Latencies of one kind of request in ms. */
export type Latency = { n: number; failed: number; p50: number; p95: number; p99: number };

/**
 * Sends `n` requests, `atOnce` at a time, and keeps how long each took. A closed loop: it never sends faster than
 * answers come, so it measures the system and not a queue of its own.
 */
export async function measure(
  n: number,
  atOnce: number,
  request: (index: number) => Promise<boolean>,
): Promise<Latency> {
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  async function worker(): Promise<void> {
    while (next < n) {
      const index = next++;
      const startedAt = performance.now();
      const ok = await request(index).catch(() => false);
      if (ok) times.push(performance.now() - startedAt);
      else failed += 1;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  return latencyOf(times, failed);
}

function latencyOf(times: number[], failed: number): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { n: sorted.length, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
