import { describe, expect, it } from '@jest/globals';
import { storm } from './storm.ts';

describe.each(['openai', 'gemini'] as const)('a storm of aborts over %s', (protocol) => {
  it('never ends the process, closes every socket and leaves no listener', async () => {
    const { exitCode, stderr, figures, closeMs, upstreamCalls } = await storm(protocol, 400, 8);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(figures).toMatchObject({ attempts: 400, otherEnds: [], listenersLeft: 0 });
    // Some are stopped before they are sent, some in the middle of their words.
    expect(upstreamCalls).toBeGreaterThan(200);
    expect(figures?.words).toBeGreaterThan(100);
    // How fast they close is measured by the drill; here only that none is left open.
    expect(closeMs.filter((ms) => !Number.isFinite(ms))).toEqual([]);
  }, 60_000);
});
