import { startModelSim, type ModelSim } from '@evensplit/scripts/model-sim';
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
import { createBreaker } from './breaker.ts';
import { lineUp } from './line-up.ts';
import { maxCallsOf, modelStep, type Line, type Step, type StepDeps } from './model-step.ts';

type Call = Parameters<StepDeps['onCall']>[0];

let sim: ModelSim;
let calls: Call[] = [];
beforeAll(async () => {
  sim = await startModelSim({ pace: { frameMs: 0, dripMs: 20, commentMs: 20 } });
});
afterAll(() => sim.close());
beforeEach(() => {
  sim.reset();
  calls = [];
});

const deps: StepDeps = {
  timings: fastTimings,
  clock: () => new Date(),
  random: () => 0.5,
  onCall: (call) => void calls.push(call),
};

function aStep(fields: Partial<Step> = {}): Step {
  const deadline = performance.now() + 60_000;
  return { number: 1, request: aRequest(), deadline, canAfford: () => true, ...fields };
}

function ask(line: Line, step = aStep(), signal = new AbortController().signal): Promise<Heard> {
  return hear(modelStep(deps, line, step, signal));
}

/** As the engine asks its responders: the next one only while nothing was said. */
async function askInTurn(lines: Line[]): Promise<Heard & { by: string }> {
  for (const line of lines) {
    const heard = await ask(line);
    if (heard.error === undefined || heard.text !== '') return { ...heard, by: line.provider.name };
  }
  return { events: [], text: '', error: undefined, ms: 0, by: 'baseline' };
}

describe.each(protocols)('%s: one step', (protocol) => {
  const other = protocol === 'openai' ? 'gemini' : 'openai';

  function line(at = 'ok', place = 0): Line {
    return {
      provider: simProvider(protocol, sim.url, at),
      breaker: createBreaker(() => performance.now()),
      maxCalls: maxCallsOf(place),
    };
  }

  it('needs one call when all is well', async () => {
    const heard = await ask(line());
    expect(endsOf(heard)).toEqual(['stop']);
    expect(calls).toEqual([
      expect.objectContaining({ step: 1, attempt: 1, errorCode: null, finishReason: 'stop' }),
    ]);
  });

  it.each(['500', 'reset-early'])('repeats %s once, and that is not seen', async (name) => {
    const fault = name === '500' ? ({ fault: 'status', status: 500 } as const) : undefined;
    sim.queueFault(fault ?? { fault: 'reset-early' });
    const heard = await ask(line());
    expect(heard.error).toBeUndefined();
    expect(endsOf(heard)).toEqual(['stop']);
    expect(calls.map(({ attempt, finishReason }) => [attempt, finishReason])).toEqual([
      [1, null],
      [2, 'stop'],
    ]);
  });

  it('waits out a short Retry-After, during which its breaker is open for everybody', async () => {
    sim.queueFault({ fault: 'status', status: 429, retryAfter: 1 });
    const mine = line();
    const asked = ask(mine);
    await eventually(() => (mine.breaker.state().is === 'open' ? true : undefined));
    expect(codeOf((await ask(mine)).error)).toBe('breaker_open');
    const heard = await asked;
    expect(endsOf(heard)).toEqual(['stop']);
    expect(heard.ms).toBeGreaterThan(995);
    expect(sim.calls()).toHaveLength(2);
    expect(mine.breaker.state().is).toBe('closed');
  });

  it.each(['429-retry-3600', '429'])('does not wait for %s', async (at) => {
    const mine = line(at);
    const heard = await ask(mine);
    expect(codeOf(heard.error)).toBe('rate_limited');
    expect(sim.calls()).toHaveLength(1);
    expect(mine.breaker.state().is).toBe(at === '429' ? 'closed' : 'open');
  });

  it.each(['never-headers', 'comments', 'drip-bytes', '400', 'eof-after-0', 'refused'])(
    'does not repeat %s',
    async (at) => {
      const heard = await ask(line(at));
      expect(heard.error).toBeDefined();
      expect(heard.text).toBe('');
      expect(sim.calls()).toHaveLength(1);
    },
  );

  it.each(['reset', 'error-frame', 'stall', 'eof'])(
    'does not repeat %s after the first content',
    async (at) => {
      const heard = await ask(line(at));
      expect(heard.text).not.toBe('');
      expect(endsOf(heard)).toEqual([]);
      expect(sim.calls()).toHaveLength(1);
    },
  );

  it('turns a filtered and a too long answer into errors, with the text so far', async () => {
    const filtered = await ask(line('filtered'));
    expect([filtered.text, codeOf(filtered.error)]).toEqual(['Your run was ', 'content_filter']);
    const long = await ask(line('too-long'));
    expect([long.text, codeOf(long.error)]).toEqual(['It all began when ', 'output_limit']);
  });

  it('makes three calls at most over two providers, then it is the baseline’s turn', async () => {
    const lines = lineUp([
      simProvider(protocol, sim.url, '500'),
      simProvider(other, sim.url, '500'),
    ]);
    expect((await askInTurn(lines)).by).toBe('baseline');
    expect(sim.calls().map((call) => call.protocol)).toEqual([protocol, protocol, other]);
  });

  it.each([
    'never-headers',
    'comments',
    'drip-bytes',
    '429-retry-3600',
    '401',
    'refused',
    'thinking',
  ])('leaves %s to the next provider', async (at) => {
    const lines = lineUp([simProvider(protocol, sim.url, at), simProvider(other, sim.url)]);
    const heard = await askInTurn(lines);
    expect([heard.by, endsOf(heard)]).toEqual([other, ['stop']]);
  });

  it('leaves a provider alone that keeps failing, and finds out when it is well again', async () => {
    let now = 0;
    const mine: Line = {
      provider: simProvider(protocol, sim.url, '500'),
      breaker: createBreaker(() => now),
      maxCalls: 1,
    };
    for (let i = 0; i < 10; i += 1) await ask(mine);
    expect(sim.calls()).toHaveLength(10);
    const refused = await ask(mine);
    expect(codeOf(refused.error)).toBe('breaker_open');
    expect(refused.ms).toBeLessThan(fastTimings.headers);
    expect(sim.calls()).toHaveLength(10);
    now = 30_000;
    const well = { ...mine, provider: simProvider(protocol, sim.url) };
    expect(endsOf(await ask(well))).toEqual(['stop']);
    expect(mine.breaker.state().is).toBe('closed');
  });

  it('does not hold stops and bad requests against a provider', async () => {
    const bad = line('400');
    for (let i = 0; i < 12; i += 1) await ask(bad);
    const stopped = { ...line('stall'), breaker: bad.breaker };
    for (let i = 0; i < 12; i += 1) {
      const turn = new AbortController();
      setTimeout(() => turn.abort({ kind: 'stop' }), 20);
      const heard = await ask(stopped, aStep(), turn.signal);
      expect(heard.error).toEqual({ kind: 'stop' });
    }
    expect(bad.breaker.state()).toEqual({ is: 'closed', failures: [] });
  });

  it('starts nothing when too little of the turn is left', async () => {
    const step = aStep({ deadline: performance.now() + fastTimings.leastLeft - 1 });
    expect(codeOf((await ask(line(), step)).error)).toBe('out_of_time');
    expect(sim.calls()).toHaveLength(0);
  });

  it('asks before every call whether it can be paid', async () => {
    let left = 1;
    sim.queueFault({ fault: 'status', status: 500, times: 5 });
    const heard = await ask(line(), aStep({ canAfford: () => left-- > 0 }));
    expect(codeOf(heard.error)).toBe('out_of_budget');
    expect(sim.calls()).toHaveLength(1);
  });

  it('stops waiting for its retry when the turn ends', async () => {
    const turn = new AbortController();
    setTimeout(() => turn.abort({ kind: 'stop' }), 100);
    const heard = await ask(line('429-retry-4'), aStep(), turn.signal);
    expect(heard.error).toEqual({ kind: 'stop' });
    expect(heard.ms).toBeLessThan(4000);
    expect(sim.calls()).toHaveLength(1);
  });
});
