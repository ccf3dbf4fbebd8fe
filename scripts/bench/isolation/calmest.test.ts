import { expect, it } from '@jest/globals';
import { calmest, type Try } from './calmest.ts';

const attempt = (ms: number, stolen: number, failed = 0): Try => ({
  round: {
    login: { times: [ms], failed },
    health: { times: [ms], failed: 0 },
    home: { times: [ms], failed: 0 },
  },
  cores: { ours: 1, others: 0, stolen, parts: {} },
});

it('is chosen by what the host took, also when it was the slower one', () => {
  const { round, cores } = calmest([attempt(5, 0.4), attempt(90, 0.01), attempt(5, 0.2)]);
  expect([round.home.times, cores.stolen]).toEqual([[90], 0.01]);
});

it('keeps the requests that failed in the others', () => {
  expect(calmest([attempt(5, 0.4, 2), attempt(5, 0, 1)]).round.login.failed).toBe(3);
});
