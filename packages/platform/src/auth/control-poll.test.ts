import { describe, expect, it } from '@jest/globals';
import { captureLog } from '../../test/capture-log.ts';
import { waitFor } from '../../test/wait-for.ts';
import { startControlPoll, type ControlState } from './control-poll.ts';

function aSource() {
  const source = {
    state: { settings: {}, revokedSessionIds: [] } as ControlState,
    reads: 0,
    behaviour: 'works' as 'works' | 'fails' | 'hangs',
    read: async (): Promise<ControlState> => {
      source.reads += 1;
      if (source.behaviour === 'fails') throw new Error('database is away');
      if (source.behaviour === 'hangs') await new Promise(() => undefined);
      return source.state;
    },
  };
  return source;
}

async function nextReads(source: { reads: number }) {
  const before = source.reads;
  await waitFor('two more reads', () => source.reads >= before + 2);
}

describe('the control poll', () => {
  it('follows settings and revocations and tells each revocation once', async () => {
    const source = aSource();
    const { log } = captureLog();
    using poll = await startControlPoll({ log, read: source.read, everyMs: 5 });
    const told: string[] = [];
    poll.onRevoked(() => {
      throw new Error('one bad listener');
    });
    const leave = poll.onRevoked((sessionId) => void told.push(sessionId));
    expect([poll.isRevoked('s1'), poll.setting('coach.llm')]).toEqual([false, undefined]);

    source.state = { settings: { 'coach.llm': false }, revokedSessionIds: ['s1'] };
    await nextReads(source);
    expect([poll.isRevoked('s1'), poll.setting('coach.llm')]).toEqual([true, false]);
    source.state = { settings: {}, revokedSessionIds: ['s1', 's2'] };
    await nextReads(source);
    expect(told).toEqual(['s1', 's2']);

    leave();
    source.state = { settings: {}, revokedSessionIds: ['s3'] };
    await nextReads(source);
    expect(told).toEqual(['s1', 's2']);
    expect(poll.isRevoked('s1')).toBe(false);
  });

  it.each(['fails', 'hangs'] as const)(
    'keeps the last known values when the database %s',
    async (behaviour) => {
      const source = aSource();
      source.state = { settings: { 'system.readonly': true }, revokedSessionIds: ['s1'] };
      const { log, lines } = captureLog();
      using poll = await startControlPoll({ log, read: source.read, everyMs: 5, readLimitMs: 20 });
      source.behaviour = behaviour;
      await nextReads(source);
      expect([poll.isRevoked('s1'), poll.setting('system.readonly')]).toEqual([true, true]);
      source.behaviour = 'works';
      source.state = { settings: {}, revokedSessionIds: [] };
      await waitFor('recovery', () => !poll.isRevoked('s1'));
      expect(lines().map((line) => line['level'])).toEqual(['error', 'info']);
    },
  );

  it('starts although the database is away', async () => {
    const source = aSource();
    source.behaviour = 'fails';
    using poll = await startControlPoll({ log: captureLog().log, read: source.read, everyMs: 5 });
    expect(poll.isRevoked('s1')).toBe(false);
    source.behaviour = 'works';
    source.state = { settings: {}, revokedSessionIds: ['s1'] };
    await waitFor('the first answer', () => poll.isRevoked('s1'));
  });

  it('reads no more once stopped', async () => {
    const source = aSource();
    const poll = await startControlPoll({ log: captureLog().log, read: source.read, everyMs: 5 });
    poll.stop();
    const { reads } = source;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(source.reads).toBe(reads);
  });
});
