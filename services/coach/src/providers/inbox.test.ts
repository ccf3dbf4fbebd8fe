import { describe, expect, it } from '@jest/globals';
import { createInbox } from './inbox.ts';

async function takeAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

describe('an inbox', () => {
  it('gives what came before, while and after it was asked, in order', async () => {
    const inbox = createInbox<number>();
    inbox.put(1);
    inbox.put(2);
    const taken = takeAll(inbox.items());
    inbox.put(3);
    await new Promise((resolve) => setImmediate(resolve));
    inbox.put(4);
    inbox.close();
    expect(await taken).toEqual([1, 2, 3, 4]);
  });

  it('lets more be brought while its taker is long over each', async () => {
    const inbox = createInbox<string>();
    const seen: string[] = [];
    for (const item of ['a', 'b']) inbox.put(item);
    setImmediate(() => {
      seen.push('brought');
      inbox.close();
    });
    for await (const item of inbox.items()) {
      const until = performance.now() + 10;
      while (performance.now() < until);
      seen.push(item);
    }
    expect(seen).toEqual(['a', 'brought', 'b']);
  });

  it('throws an error behind what came before it, and the first end counts', async () => {
    const inbox = createInbox<number>();
    const items = inbox.items();
    inbox.put(1);
    inbox.close({ error: new Error('first') });
    inbox.close();
    expect((await items.next()).value).toBe(1);
    await expect(items.next()).rejects.toThrow('first');
  });
});
