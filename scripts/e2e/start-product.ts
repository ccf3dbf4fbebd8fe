import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { buildWeb } from '../stack/build-web.ts';
import { startStack, type Stack, type StackOptions } from '../stack/start-stack.ts';

export type Product = { stack: Stack; url: string; stop: () => Promise<void> };

/** The whole product on free ports with throwaway data. */
export async function startProduct(given: Pick<StackOptions, 'overrides'> = {}): Promise<Product> {
  await buildWeb(() => undefined);
  const dir = await tempDir('e2e');
  const port = await freePort();
  const stack = await startStack({
    dataDir: dir.path,
    port,
    throwaway: true,
    ...given,
    log: (source, line) => process.stderr.write(`${source}: ${line}\n`),
  });
  return {
    stack,
    url: stack.url,
    async stop() {
      await stack.stop();
      await dir.remove();
    },
  };
}
