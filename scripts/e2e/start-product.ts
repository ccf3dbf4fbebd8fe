import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import type { Browser } from 'playwright-core';
import { startStack, type Stack, type StackOptions } from '../stack/start-stack.ts';
import { openBrowser } from './open-browser.ts';

export type Product = { stack: Stack; url: string; browser: Browser; stop: () => Promise<void> };

/** The whole product on free ports with throwaway data, and a browser before it. The web app is built already (jest.e2e.config.js). */
export async function startProduct(given: Pick<StackOptions, 'overrides'> = {}): Promise<Product> {
  const dir = await tempDir('e2e');
  const [started, opened] = await Promise.allSettled([
    startStack({
      dataDir: dir.path,
      port: await freePort(),
      throwaway: true,
      ...given,
      log: (source, line) => process.stderr.write(`${source}: ${line}\n`),
    }),
    openBrowser(),
  ]);
  async function stop(): Promise<void> {
    if (opened.status === 'fulfilled') await opened.value.close();
    if (started.status === 'fulfilled') await started.value.stop();
    await dir.remove();
  }
  if (started.status === 'rejected' || opened.status === 'rejected') {
    await stop();
    throw started.status === 'rejected' ? started.reason : (opened as PromiseRejectedResult).reason;
  }
  return { stack: started.value, url: started.value.url, browser: opened.value, stop };
}
