import { hash, verify, type Options } from '@node-rs/argon2';
import { createTurnstile, type TurnstileLimits } from './turnstile.ts';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type HashGate = {
  hash: (password: string) => Promise<string>;
  verify: (stored: string, password: string) => Promise<boolean>;
  /** Spends what a real check spends, so that an unknown address takes as long as a wrong password. */
  pretend: (password: string) => Promise<void>;
  needsRehash: (stored: string) => boolean;
};

/**
 * Hashing runs on the thread pool that also serves files and DNS: a hundred hashes at once delay an unrelated file
 * read by seconds. So at most `atOnce` run, `queue` wait, and beyond that the answer is an honest "busy".
 */
export function createHashGate(limits: TurnstileLimits): HashGate {
  const { through } = createTurnstile(limits);
  const decoy = hash('a password nobody has', cost);

  return {
    hash: (password) => through(() => hash(password, cost)),
    verify: (stored, password) => through(() => verify(stored, password)),
    async pretend(password) {
      const stored = await decoy;
      await through(() => verify(stored, password));
    },
    needsRehash: (stored) =>
      !stored.includes(`m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`),
  };
}
