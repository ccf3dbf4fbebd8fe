import { Piscina } from 'piscina';
import { needsRehash, type Check } from './hash-worker.ts';
import { createTurnstile, type TurnstileLimits } from './turnstile.ts';

export type HashGate = {
  hash: (password: string) => Promise<string>;
  verify: (stored: string, password: string) => Promise<boolean>;
  /** Spends what a real check spends, so that an unknown address takes as long as a wrong password. */
  pretend: (password: string) => Promise<void>;
  needsRehash: (stored: string) => boolean;
  close: () => Promise<void>;
};

/** Of the operating system: 0 is what everybody has, 19 gets what nobody else wants. */
const HASHING_YIELDS = 10;

/**
 * A hash is tens of milliseconds of nothing but computing, and hundreds may be asked for at once. On the thread pool that also
 * serves files and DNS they would delay an unrelated file read by seconds, so they have `atOnce` threads of their own, which
 * give way to whoever answers requests. `queue` wait, and beyond that the answer is an honest "busy".
 */
export function createHashGate(limits: TurnstileLimits): HashGate {
  const { through } = createTurnstile(limits);
  const threads = new Piscina({
    filename: new URL('./hash-worker.ts', import.meta.url).href,
    minThreads: limits.atOnce,
    maxThreads: limits.atOnce,
    niceIncrement: HASHING_YIELDS,
  });
  const hash = (password: string): Promise<string> => threads.run(password, { name: 'hash' });
  const verify = (check: Check): Promise<boolean> => threads.run(check, { name: 'verify' });
  const decoy = hash('a password nobody has');
  // Whoever pretends is told; a gate that is closed before it was used is nobody's trouble.
  decoy.catch(() => undefined);

  return {
    hash: (password) => through(() => hash(password)),
    verify: (stored, password) => through(() => verify({ stored, password })),
    async pretend(password) {
      const stored = await decoy;
      await through(() => verify({ stored, password }));
    },
    needsRehash,
    close: () => threads.destroy(),
  };
}
