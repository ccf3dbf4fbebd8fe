/** What somebody brings at their own pace for somebody who takes it at another. One taker. */
export type Inbox<T> = {
  put(item: T): void;
  /** Nothing more comes. The taker is told so, or is thrown the error, behind everything that was put in. */
  close(how?: { error: unknown }): void;
  items(): AsyncGenerator<T>;
};

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
        yield* here;
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
