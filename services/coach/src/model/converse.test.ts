import type { CoachDb } from '@evensplit/db';
import { createLog } from '@evensplit/platform/log';
import { describe, expect, it } from '@jest/globals';
import { fastTimings } from '../../test/sim-providers.ts';
import { createBreaker } from '../providers/breaker.ts';
import type { ModelEvent, ModelProvider, ModelRequest } from '../providers/model-provider.ts';
import type { ResponderEvent, TurnQuestion } from '../turns/responder.ts';
import type { ModelContext } from './build-context.ts';
import { converse } from './converse.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { openAccount } from './token-account.ts';
import { createPermits } from './permits.ts';

const context: ModelContext = {
  system: 'Answer with facts.',
  messages: [{ role: 'user', text: 'How far did I run?' }],
  tools: [],
  endUser: 'hash',
  cacheKey: 'coach/1',
  units: 'km',
  today: '2026-11-20',
  notes: { query: 'memories', facts: [], decisions: [], gaps: [], runs: [], lanes: [] },
  closedRuns: new Set(),
};
const clock = () => new Date('2026-11-20T11:00:00Z');

/** Says something and calls a tool that does not exist, once; then it stops. Remembers what it was asked. */
function aProvider(asked: ModelRequest[]): ModelProvider {
  return {
    name: 'openai',
    model: 'm',
    reasoning: false,
    async *run(request, _signal, progress): AsyncGenerator<ModelEvent> {
      asked.push(request);
      progress.headers();
      progress.content('Let me look.');
      yield { t: 'text', d: 'Let me look.' };
      const first = asked.length === 1;
      if (first) yield { t: 'tool', id: 'c1', name: 'weather', args: {}, raw: {} };
      yield { t: 'usage', prompt: 100, completion: 10 };
      yield { t: 'end', reason: first ? 'tools' : 'stop' };
    },
  };
}

/** What an answer says when consent, switch and reservation hold for so many looks. */
async function speak(holds: { consent?: number; open?: number; reserved?: number }) {
  const { consent = 99, open = 99, reserved = 1_000_000 } = holds;
  const asked: ModelRequest[] = [];
  const provider = aProvider(asked);
  const breaker = createBreaker(() => performance.now());
  const line = { provider, breaker, maxCalls: 1, maxOutputTokens: 100 };
  const looks = { consent: 0, open: 0 };
  const db = {
    consent: {
      findFirst: async () => {
        looks.consent += 1;
        return looks.consent > consent ? null : { id: 'x' };
      },
    },
  } as unknown as CoachDb;
  const isOpen = () => {
    looks.open += 1;
    return looks.open <= open;
  };
  const question: TurnQuestion = {
    turnId: 't',
    athleteId: 'a',
    conversationId: 'c',
    text: 'How far did I run?',
    units: 'km',
    earlier: [],
    deadline: performance.now() + 60_000,
    account: openAccount(reserved, clock),
    isMinor: false,
    lookups: new Map(),
  };
  const switches = { isConfigured: () => true, isOpen, open: () => [line] };
  const log = createLog({ service: 'test', level: 'silent' });
  using permits = createPermits({ db, switches, log });
  const deps = {
    db,
    clock,
    timings: fastTimings,
    random: () => 0,
    log,
    metrics: { callEnded() {}, numberStruck() {}, reservationExceeded() {} },
    switches,
    permits,
  };
  const events: ResponderEvent[] = [];
  const { signal } = new AbortController();
  for await (const event of converse(deps, line, context, question, signal)) events.push(event);
  return { events, asked, bill: await question.account.settle(0) };
}

describe('the steps of an answer', () => {
  it('tell the model once that a call was wrong, then go on', async () => {
    const { events, asked, bill } = await speak({});
    expect(events.at(-1)).toEqual({ type: 'end' });
    expect(asked[1]?.messages.at(-1)).toMatchObject({
      role: 'tools',
      results: [{ result: { error: 'invalid_arguments' } }],
    });
    expect(bill).toMatchObject({ usedTokens: 220, estimated: false });
    expect(bill.calls.map(({ step }) => step)).toEqual([1, 2]);
  });

  it('leave the question to the next responder when nothing was said yet', async () => {
    expect(await speak({ consent: 0 })).toMatchObject({ events: [], asked: [] });
    expect(await speak({ open: 0 })).toMatchObject({ events: [], asked: [] });
  });

  it.each([
    [{ consent: 1 }, 'no_consent'],
    [{ open: 1 }, 'switched_off'],
  ])('take back what was said when %j stops holding in between', async (holds, because) => {
    const { events, asked } = await speak(holds);
    expect(events.at(-1)).toEqual({ type: 'retract', because });
    expect(asked).toHaveLength(1);
  });

  it('stop before a call that the rest of the reservation does not cover', async () => {
    const first = estimateTokens({ ...context, maxOutputTokens: 100 });
    expect(await speak({ reserved: first - 1 })).toMatchObject({
      events: [{ type: 'retract', because: 'budget_spent' }],
      asked: [],
    });
    const { events, asked } = await speak({ reserved: first });
    expect(events.at(-1)).toEqual({ type: 'retract', because: 'budget_spent' });
    expect(asked).toHaveLength(1);
  });
});
