/**
 * Iterates until the signal fires, even when the source ignores it: a source that hangs must not keep its turn.
 * One listener for the whole loop, removed at the end; one per step would pile up on a long answer.
 */
export async function* untilAborted<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<'aborted'>((resolve) => {
    onAbort = () => resolve('aborted');
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    while (!signal.aborted) {
      const next = iterator.next();
      const step = await Promise.race([next, aborted]);
      if (step === 'aborted') {
        next.catch(() => undefined);
        return;
      }
      if (step.done) return;
      yield step.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: a hanging source would keep us here. Its failure no longer matters to anybody.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
