/** Latencies of one kind of request in ms. */
export type Latency = { n: number; failed: number; p50: number; p95: number; p99: number };

/** What was seen of one kind of request: how long each answer took, and how many were not answered well. */
export type Samples = { times: number[]; failed: number };

/**
 * Sends `perSecond` requests for `seconds`, on time whether earlier ones are answered or not, as people do; each latency
 * counts from when its request was due, so a stall cannot hide the requests that waited behind it.
 */
export async function sample(
  perSecond: number,
  seconds: number,
  request: (index: number) => Promise<boolean>,
): Promise<Samples> {
  const times: number[] = [];
  const running: Promise<void>[] = [];
  let failed = 0;
  const startedAt = performance.now();
  for (let index = 0; index < Math.round(perSecond * seconds); index++) {
    const dueAt = startedAt + (index * 1000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    running.push(
      request(index)
        .catch(() => false)
        .then((ok) => {
          if (ok) times.push(performance.now() - dueAt);
          else failed += 1;
        }),
    );
  }
  await Promise.all(running);
  return { times, failed };
}

export async function measure(
  perSecond: number,
  seconds: number,
  request: (index: number) => Promise<boolean>,
): Promise<Latency> {
  const { times, failed } = await sample(perSecond, seconds, request);
  return latencyOf(times, failed);
}

/** Percentiles by nearest rank: the smallest value that this share of all values does not exceed. */
export function latencyOf(times: number[], failed = 0): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { n: sorted.length, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
