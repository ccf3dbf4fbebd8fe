import { describe, expect, it } from '@jest/globals';
import { openAccount, type CallRecord } from './token-account.ts';

const clock = () => new Date('2026-11-20T11:00:00Z');
const opening = { step: 1, provider: 'openai', model: 'm', estimate: 400 } as const;

function aCall(fields: Partial<CallRecord> = {}): CallRecord {
  return {
    step: 1,
    attempt: 1,
    provider: 'openai',
    model: 'm',
    startedAt: clock(),
    headersMs: 10,
    firstContentMs: 20,
    totalMs: 30,
    finishReason: 'stop',
    errorCode: null,
    promptTokens: 100,
    completionTokens: 20,
    ...fields,
  };
}

function after(...calls: Partial<CallRecord>[]) {
  const account = openAccount(1000, clock);
  for (const fields of calls) {
    account.began(opening);
    account.ended(aCall(fields));
  }
  return account;
}

const silent = { promptTokens: null, completionTokens: null };

describe('what a turn is charged', () => {
  it('is what the provider says it used', async () => {
    expect(await after({}, { promptTokens: 200 }).settle(0)).toMatchObject({
      usedTokens: 340,
      estimated: false,
    });
  });

  it('is nothing for a call that was refused before any answer', async () => {
    const refused = { ...silent, headersMs: null, finishReason: null };
    for (const errorCode of [
      'rate_limited',
      'unreachable',
      'rejected',
      'upstream_error',
    ] as const) {
      expect(await after({ ...refused, errorCode }, {}).settle(0)).toMatchObject({
        usedTokens: 120,
        estimated: false,
      });
    }
  });

  it.each([
    { errorCode: 'aborted' },
    { errorCode: 'upstream_error' },
    { errorCode: 'connect_timeout', headersMs: null },
    { errorCode: 'idle_timeout' },
  ] as const)('is all that was reserved when a call was cut off: %j', async (fields) => {
    const bill = await after({}, { ...silent, finishReason: null, ...fields }).settle(0);
    expect(bill).toMatchObject({ usedTokens: 1000, estimated: true });
    expect(bill.calls).toHaveLength(2);
  });

  it('is the estimate of the call when a whole answer came without usage', async () => {
    expect(await after(silent, {}).settle(0)).toMatchObject({ usedTokens: 520, estimated: true });
  });

  it('is nothing when nobody was called', async () => {
    expect(await after().settle(0)).toEqual({ usedTokens: 0, estimated: false, calls: [] });
  });

  it('waits a moment for a call that is ending, then counts it as cut off', async () => {
    const account = openAccount(1000, clock);
    account.began(opening);
    setTimeout(() => account.ended(aCall()), 10);
    expect(await account.settle(1000)).toMatchObject({ usedTokens: 120, estimated: false });

    const hung = openAccount(1000, clock);
    hung.began(opening);
    const bill = await hung.settle(10);
    expect(bill).toMatchObject({ usedTokens: 1000, estimated: true });
    expect(bill.calls).toEqual([expect.objectContaining({ errorCode: 'aborted', totalMs: null })]);
  });

  it('leaves room only for what is left of the reservation', () => {
    expect(after().canAfford(1000)).toBe(true);
    expect(after().canAfford(1001)).toBe(false);
    expect(after({}).canAfford(880)).toBe(true);
    expect(after({}).canAfford(881)).toBe(false);
    // A silent provider may have used all it was allowed to.
    expect(after(silent).canAfford(601)).toBe(false);
  });
});
