export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Lets the work of one key stand in line here instead of in the database: fifty starts of one athlete that wait
 * for a lock would hold every connection of the pool, and the heartbeats of everybody else with them.
 */
export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
