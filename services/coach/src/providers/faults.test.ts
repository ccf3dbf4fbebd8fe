import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startModelSim, type ModelSim, type SimCall } from '@evensplit/scripts/model-sim';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRequest,
  codeOf,
  endsOf,
  eventually,
  fastTimings,
  hear,
  protocols,
  simProvider,
  type Heard,
} from '../../test/sim-providers.ts';
import { runAttempt, type AttemptRecord } from './run-attempt.ts';
import { turnErrorCodeOf, UpstreamError } from './upstream-error.ts';

let sim: ModelSim;
beforeAll(async () => {
  sim = await startModelSim({ pace: { frameMs: 1, dripMs: 20, commentMs: 20 } });
});
afterAll(() => sim.close());
beforeEach(() => sim.reset());

describe.each(protocols)('%s: one attempt', (protocol) => {
  let records: AttemptRecord[] = [];
  beforeEach(() => {
    records = [];
  });

  function attempt(
    at: string,
    { reasoning = false, signal = new AbortController().signal } = {},
  ): Promise<Heard> {
    const deps = {
      timings: fastTimings,
      clock: () => new Date(),
      onAttempt: (record: AttemptRecord) => void records.push(record),
    };
    const provider = simProvider(protocol, sim.url, at, { reasoning });
    return hear(runAttempt(deps, provider, aRequest(), signal));
  }

  /** The upstream socket is closed, and it was us who closed it. */
  async function expectLetGo(): Promise<void> {
    const call = await eventually(() => sim.calls().find((one) => one.closedAt !== null));
    expect(call).toMatchObject({ protocol, aborted: true });
  }

  it('gives text, usage and one end', async () => {
    const heard = await attempt('ok');
    expect(heard.error).toBeUndefined();
    expect(heard.text).toBe('Keep most of your running easy, and rest when you need it.');
    expect(heard.events.slice(-2)).toEqual([
      { t: 'usage', prompt: 118, completion: heard.text.length + 1 },
      { t: 'end', reason: 'stop' },
    ]);
    expect(endsOf(heard)).toEqual(['stop']);
    expect(records).toEqual([
      expect.objectContaining({
        provider: protocol,
        model: 'sim-model',
        finishReason: 'stop',
        errorCode: null,
        promptTokens: 118,
        completionTokens: heard.text.length + 1,
      }),
    ]);
    const { headersMs, firstContentMs, totalMs } = records[0] ?? {};
    expect(headersMs).toBeLessThanOrEqual(firstContentMs ?? -1);
    expect(firstContentMs).toBeLessThanOrEqual(totalMs ?? -1);
  });

  it('stall after the first chunk: idle timeout, text kept, socket let go', async () => {
    const heard = await attempt('stall');
    expect(heard.text).toBe('Keep ');
    expect(codeOf(heard.error)).toBe('idle_timeout');
    expect(heard.ms).toBeGreaterThan(fastTimings.betweenContent - 5);
    expect(heard.ms).toBeLessThan(fastTimings.betweenContent + 2000);
    await expectLetGo();
    expect(records[0]).toMatchObject({ errorCode: 'idle_timeout', finishReason: null });
  });

  it('never headers: connect timeout, not to be retried', async () => {
    const heard = await attempt('never-headers');
    expect(codeOf(heard.error)).toBe('connect_timeout');
    expect(heard.error).toMatchObject({ retryable: false });
    expect(heard.ms).toBeGreaterThan(fastTimings.headers - 5);
    expect(heard.ms).toBeLessThan(fastTimings.firstContent);
    expect(records[0]).toMatchObject({ headersMs: null, firstContentMs: null });
    await expectLetGo();
  });

  it('drip of one character per frame: goes on until the turn ends, whose reason it throws', async () => {
    const turn = new AbortController();
    setTimeout(() => turn.abort({ kind: 'failed', code: 'hard_timeout' }), 900);
    const heard = await attempt('drip-frames', { signal: turn.signal });
    expect(heard.error).toEqual({ kind: 'failed', code: 'hard_timeout' });
    expect(heard.text.startsWith('slow and steady slow')).toBe(true);
    expect(records[0]).toMatchObject({ errorCode: 'aborted' });
    await expectLetGo();
    expect(getEventListeners(turn.signal, 'abort')).toHaveLength(0);
  });

  it('drip of one byte of a frame: no first word in time', async () => {
    const heard = await attempt('drip-bytes');
    expect(codeOf(heard.error)).toBe('first_token_timeout');
    expect(heard.ms).toBeGreaterThan(fastTimings.firstContent - 5);
    await expectLetGo();
  });

  it('a reasoning model gets twice as long for its first word', async () => {
    const heard = await attempt('thinking', { reasoning: true });
    expect(codeOf(heard.error)).toBe('first_token_timeout');
    expect(heard.text).toBe('');
    expect(heard.ms).toBeGreaterThan(fastTimings.firstContentReasoning - 5);
  });

  it.each([
    ['429-retry-2', 'rate_limited', true, 2000],
    ['429-retry-3600', 'rate_limited', true, 3_600_000],
    ['429', 'rate_limited', false, undefined],
    ['500', 'upstream_error', true, undefined],
    ['503', 'upstream_error', true, undefined],
    ['408', 'upstream_error', true, undefined],
    ['409', 'upstream_error', true, undefined],
    ['400', 'rejected', false, undefined],
    ['401', 'rejected', false, undefined],
    ['404', 'rejected', false, undefined],
  ])('%s is %s', async (at, code, retryable, retryAfterMs) => {
    const heard = await attempt(at);
    expect(heard.events).toEqual([]);
    expect(heard.error).toMatchObject({ code, retryable, retryAfterMs });
    expect(sim.calls()).toHaveLength(1);
  });

  it('end of file without a finish reason is cut off, never done', async () => {
    for (const at of ['eof', 'eof-after-0', 'eof-after-1', 'eof-after-9']) {
      const heard = await attempt(at);
      expect(endsOf(heard)).toEqual([]);
      expect(codeOf(heard.error)).toBe('upstream_truncated');
      expect(turnErrorCodeOf('upstream_truncated')).toBe('upstream_truncated');
    }
    expect(records.map(({ finishReason }) => finishReason)).toEqual([null, null, null, null]);
  });

  it('reset in the middle: upstream error, text kept', async () => {
    const heard = await attempt('reset');
    expect(heard.text).toBe('Keep most ');
    expect(codeOf(heard.error)).toBe('upstream_error');
    expect(turnErrorCodeOf('upstream_error')).toBe('upstream_error');
  });

  it('reset before any headers, and a port where nobody listens, are unreachable', async () => {
    const reset = await attempt('reset-early');
    expect(reset.error).toMatchObject({ code: 'unreachable', retryable: true });
    const closed = await startModelSim();
    await closed.close();
    const provider = simProvider(protocol, closed.url);
    const deps = { timings: fastTimings, clock: () => new Date(), onAttempt: () => undefined };
    const refused = await hear(
      runAttempt(deps, provider, aRequest(), new AbortController().signal),
    );
    expect(refused.error).toMatchObject({ code: 'unreachable', retryable: true });
  });

  it('comments only, before the first word: no first word in time', async () => {
    const heard = await attempt('comments');
    expect(codeOf(heard.error)).toBe('first_token_timeout');
    await expectLetGo();
  });

  it('comments only, after the first word: idle timeout', async () => {
    const heard = await attempt('comments-after-1');
    expect(heard.text).toBe('Keep ');
    expect(codeOf(heard.error)).toBe('idle_timeout');
    expect(heard.ms).toBeLessThan(fastTimings.betweenContent + 2000);
    await expectLetGo();
  });

  it('oversized: output limit at 64 KB, socket closed within 250 ms', async () => {
    const heard = await attempt('oversized');
    expect(codeOf(heard.error)).toBe('output_limit');
    const bytes = Buffer.byteLength(heard.text);
    expect(bytes).toBeLessThanOrEqual(65_536);
    expect(bytes).toBeGreaterThan(60_000);
    const call = await eventually(() => sim.calls().find((one) => one.closedAt !== null));
    expect(sinceLimit(call)).toBeLessThanOrEqual(250);
    expect(call.aborted).toBe(true);
    expect(call.bytesSent).toBeLessThan(1_048_576);
  });

  it('oversized: is closed at the limit although whoever reads it is slow, who gets every word up to there', async () => {
    const deps = { timings: fastTimings, clock: () => new Date(), onAttempt: () => undefined };
    const provider = simProvider(protocol, sim.url, 'oversized');
    const slow = runAttempt(deps, provider, aRequest(), new AbortController().signal);
    let text = '';
    const reading = (async () => {
      for await (const event of slow) {
        if (event.t === 'text') text += event.d;
        await sleep(60);
      }
    })();
    const closed = await eventually(() => sim.calls().find((one) => one.closedAt !== null));
    expect(closed.aborted).toBe(true);
    expect(sinceLimit(closed)).toBeLessThanOrEqual(250);
    expect(text.length).toBeLessThan(60_000);
    await expect(reading).rejects.toMatchObject({ code: 'output_limit' });
    expect(text.length).toBeGreaterThan(60_000);
    expect(text.length).toBeLessThanOrEqual(65_536);
  });

  it('an error inside the stream is an upstream error', async () => {
    const heard = await attempt('error-frame');
    expect(heard.text).toBe('Keep ');
    expect(codeOf(heard.error)).toBe('upstream_error');
    expect(codeOf((await attempt('error-frame-after-0')).error)).toBe('upstream_error');
  });

  it('a frame that is no JSON is an upstream error that quotes nothing', async () => {
    const heard = await attempt('broken-frame');
    expect(codeOf(heard.error)).toBe('upstream_error');
    expect(String(heard.error)).not.toContain('del');
  });

  it('a connection left open behind the last word costs a moment, not the answer', async () => {
    const heard = await attempt('hang-after-finish');
    expect(heard.error).toBeUndefined();
    expect(endsOf(heard)).toEqual(['stop']);
    expect(heard.ms).toBeLessThan(fastTimings.betweenContent);
    await expectLetGo();
  });

  it('pieces of a tool call keep the attempt alive; none of an unfinished one is run', async () => {
    const turn = new AbortController();
    setTimeout(() => turn.abort(new Error('turn over')), 900);
    const heard = await attempt('endless-call', { signal: turn.signal });
    expect(String(heard.error)).toBe('Error: turn over');
    expect(heard.events).toEqual([]);
  });

  it('filters, cut-offs and silence end with their reasons', async () => {
    expect(endsOf(await attempt('filtered'))).toEqual(['filter']);
    expect(endsOf(await attempt('refused'))).toEqual(['filter']);
    expect(endsOf(await attempt('too-long'))).toEqual(['length']);
    const empty = await attempt('empty');
    expect([empty.text, endsOf(empty)]).toEqual(['', ['stop']]);
  });

  it('thoughts are not part of the answer', async () => {
    const heard = await attempt('thinker');
    expect(heard.text).toBe('You ran {{made-up-#0}}.');
  });

  it('a signal that has fired already makes no call', async () => {
    const heard = await attempt('ok', { signal: AbortSignal.abort({ kind: 'stop' }) });
    expect(heard.error).toEqual({ kind: 'stop' });
    expect(sim.calls()).toHaveLength(0);
  });

  it('leaves nothing on the signal of a turn that makes many calls', async () => {
    const turn = new AbortController();
    for (const at of [
      'ok',
      'eof',
      '500',
      'reset',
      'reset-early',
      'hang-after-finish',
      'oversized',
    ]) {
      for (let i = 0; i < 3; i += 1) await attempt(at, { signal: turn.signal });
      expect(getEventListeners(turn.signal, 'abort')).toHaveLength(0);
    }
    expect(records).toHaveLength(21);
  });

  it('without its clocks, the bare provider still lets go of an answer nobody wants', async () => {
    const provider = simProvider(protocol, sim.url, 'drip-frames');
    const { signal } = new AbortController();
    for await (const event of provider.run(aRequest(), signal, { headers() {}, content() {} })) {
      if (event.t === 'text') break;
    }
    await expectLetGo();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('a slow reader is not taken for a silent provider', async () => {
    const deps = { timings: { ...fastTimings, betweenContent: 150 }, clock: () => new Date() };
    const seen: string[] = [];
    const provider = simProvider(protocol, sim.url, 'ok');
    const events = runAttempt(
      { ...deps, onAttempt: () => undefined },
      provider,
      aRequest(),
      new AbortController().signal,
    );
    for await (const event of events) {
      if (seen.push(event.t) === 1) await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(seen.at(-1)).toBe('end');
  });

  it('names no key, address or word of the answer in its errors', async () => {
    for (const at of ['500', '401', 'reset', 'reset-early', 'eof', 'broken-frame', 'stall']) {
      const { error } = await attempt(at);
      expect(error).toBeInstanceOf(UpstreamError);
      expect(error instanceof Error ? `${error.message} ${String(error.cause)}` : '').not.toMatch(
        /test-key|127\.0\.0\.1|Keep/,
      );
    }
  });
});

/** How long an answer stayed open once it was longer than any may be. */
function sinceLimit({ closedAt, tooLongAt }: SimCall): number {
  return (closedAt ?? Infinity) - (tooLongAt ?? -Infinity);
}
