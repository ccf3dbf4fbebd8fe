import { createApiClient } from '../stack/http-client.ts';
import type { SmokeContext } from './smoke-context.ts';
import { smokeSteps } from './steps.ts';

/**
 * A black-box run against any deployment: one line per step, `true` when all of them held. Creates an account of its
 * own each time, so it can be repeated; the installation must allow open sign-up.
 */
export async function runSmoke(url: string): Promise<boolean> {
  const context: SmokeContext = {
    url,
    client: createApiClient(url),
    unique: crypto.randomUUID().slice(0, 8),
  };
  for (const [name, step] of smokeSteps) {
    const startedAt = performance.now();
    try {
      const detail = await step(context);
      const ms = Math.round(performance.now() - startedAt);
      console.log(`ok    ${name}${detail ? `: ${detail}` : ''} (${ms} ms)`);
    } catch (error) {
      console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
  return true;
}
