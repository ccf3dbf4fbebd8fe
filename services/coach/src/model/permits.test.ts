import type { CoachDb } from '@evensplit/db';
import { createLog } from '@evensplit/platform/log';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createBreaker } from '../providers/breaker.ts';
import type { ModelProvider } from '../providers/model-provider.ts';
import type { ModelLine } from './model-line.ts';
import { createPermits } from './permits.ts';

const provider: ModelProvider = {
  name: 'openai',
  model: 'm',
  reasoning: false,
  async *run() {},
};
const line: ModelLine = {
  provider,
  breaker: createBreaker(() => 0),
  maxCalls: 1,
  maxOutputTokens: 100,
};

function arrange() {
  const agreed = new Set(['ada', 'ben']);
  const asked: string[][] = [];
  const world = { open: true, away: false };
  const db = {
    consent: {
      async findMany({ where }: { where: { athleteId: { in: string[] } } }) {
        asked.push(where.athleteId.in);
        if (world.away) throw new Error('the database is away');
        return where.athleteId.in
          .filter((id) => agreed.has(id))
          .map((athleteId) => ({ athleteId }));
      },
    },
  } as unknown as Pick<CoachDb, 'consent'>;
  const permits = createPermits({
    db,
    switches: { isOpen: () => world.open },
    log: createLog({ service: 'test', level: 'silent' }),
  });
  const turn = new AbortController();
  const hold = (athleteId: string) => permits.hold({ athleteId, line }, turn.signal);
  return { agreed, asked, world, permits, turn, hold };
}

describe('permits', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('end within a second of a withdrawal, for whoever withdrew, with one query for all', async () => {
    const { agreed, asked, hold } = arrange();
    const [ada, again, ben] = [hold('ada'), hold('ada'), hold('ben')];
    await pass(1000);
    expect(asked).toEqual([['ada', 'ben']]);
    agreed.delete('ada');
    await pass(1000);
    expect([ada, again, ben].map((one) => one.closed())).toEqual([
      'no_consent',
      'no_consent',
      undefined,
    ]);
    expect([ada, again, ben].map((one) => one.signal.aborted)).toEqual([true, true, false]);
  });

  it('end with a switch, and outlive a database that is away', async () => {
    const { world, hold } = arrange();
    const ada = hold('ada');
    world.away = true;
    await pass(3000);
    expect(ada.closed()).toBeUndefined();
    world.open = false;
    await pass(1000);
    expect(ada.closed()).toBe('switched_off');
  });

  it('follow the turn, whose end is no withdrawal', async () => {
    const { agreed, turn, hold } = arrange();
    const ada = hold('ada');
    turn.abort('stop');
    expect(ada.signal.reason).toBe('stop');
    agreed.delete('ada');
    await pass(1000);
    expect(ada.closed()).toBeUndefined();
    expect(hold('ben').signal.reason).toBe('stop');
  });

  it('ask nothing when nobody holds one', async () => {
    const { asked, hold } = arrange();
    hold('ada')[Symbol.dispose]();
    await pass(5000);
    expect([asked, jest.getTimerCount()]).toEqual([[], 0]);
    hold('ben');
    await pass(1000);
    expect(asked).toEqual([['ben']]);
  });
});
