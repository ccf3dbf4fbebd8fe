import { AsyncLocalStorage } from 'node:async_hooks';

type RequestContext = { readonly requestId: string };

const storage = new AsyncLocalStorage<RequestContext>();

/** Everything that `work` starts, timers and promises included, logs with this request id. */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work);
}

export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}
