import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the range from which systems give ports to outgoing connections (32768 and up on Linux): a port found in there
 * may be somebody's by the time its server starts, which for a gateway is after everything behind it.
 */
const FIRST = 20_000;
const LAST = 32_000;

/** A TCP port that nobody listens on at this moment, drawn by lot so that two who look at once find two. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(FIRST, LAST);
    if (!(await portInUse(port))) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${LAST}`);
}

/** Whether somebody already listens on this port, on any interface. */
export function portInUse(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, () => probe.close(() => resolve(false)));
  });
}
