/** What somebody brings at their own pace for somebody who takes it at another. One taker. */
export type Inbox<T> = {
  put(item: T): void;
  /** Nothing more comes. The taker is told so, or is thrown the error, behind everything that was put in. */
  close(how?: { error: unknown }): void;
  items(): AsyncGenerator<T>;
};

const LONG_MS = 5;

export function createInbox<T>(): Inbox<T> {
  let waiting: T[] = [];
  let closed: { error?: unknown } | undefined;
  let wake: () => void = () => undefined;
  return {
    put(item) {
      waiting.push(item);
      wake();
    },
    close(how) {
      closed ??= how ?? {};
      wake();
    },
    async *items() {
      for (;;) {
        const here = waiting;
        waiting = [];
        for (const item of here) {
          const givenAt = performance.now();
          yield item;
          // Whoever is long over an item must not keep the next ones from being brought: what came meanwhile goes first.
          if (performance.now() - givenAt > LONG_MS) await new Promise(setImmediate);
        }
        if (waiting.length > 0) continue;
        if (closed && 'error' in closed) throw closed.error;
        if (closed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
