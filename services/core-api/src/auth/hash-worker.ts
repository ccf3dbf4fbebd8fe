import { hashSync, verifySync, type Options } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type Check = { stored: string; password: string };

export function hash(password: string): string {
  return hashSync(password, cost);
}

export function verify({ stored, password }: Check): boolean {
  return verifySync(stored, password);
}

export function needsRehash(stored: string): boolean {
  return !stored.includes(`m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`);
}
