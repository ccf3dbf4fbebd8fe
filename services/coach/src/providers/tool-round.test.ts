import {
  inRounds,
  startModelSim,
  type ModelSim,
  type Reply,
  type SimRequest,
} from '@evensplit/scripts/model-sim';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRequest,
  codeOf,
  endsOf,
  lastRunTool,
  listen,
  protocols,
  simProvider,
  weekTool,
  type Heard,
  type Protocol,
} from '../../test/sim-providers.ts';
import { aFact } from '../../tests/scripted-responder.ts';
import type { ModelMessage, ToolCall } from './model-provider.ts';

const both: Reply = [
  { say: 'Let me look. ' },
  { call: 'week', args: { weeksBack: 1 } },
  { call: 'last-run', args: {} },
];

let sim: ModelSim;
const asked: SimRequest[] = [];
beforeAll(async () => {
  sim = await startModelSim({
    pace: { frameMs: 0 },
    scenarios: {
      looker: (request) => {
        asked.push(request);
        return inRounds(both, [{ say: 'You ran {{fact:#0}} and {{fact:activity.distance}}.' }])(
          request,
        );
      },
    },
  });
});
afterAll(() => sim.close());
beforeEach(() => {
  sim.reset();
  asked.length = 0;
});

const tools = [weekTool, lastRunTool];
const week = { facts: [aFact('aaaa1111', { metric: 'week.distance' })] };
const lastRun = { facts: [aFact('bbbb2222')] };

function toolsOf({ events }: Heard): ToolCall[] {
  return events.flatMap((event) => {
    if (event.t !== 'tool') return [];
    const { id, name, args, raw } = event;
    return [{ id, name, args, raw }];
  });
}

function afterwards(heard: Heard, results: Record<string, unknown>[]): ModelMessage[] {
  const calls = toolsOf(heard);
  return [
    ...aRequest().messages,
    { role: 'model', text: heard.text, calls },
    {
      role: 'tools',
      results: calls.map((call, i) => ({ call, result: results[i] ?? {} })),
    },
  ];
}

describe.each(protocols)('%s: a round through the tools', (protocol) => {
  const at = (name: string) => simProvider(protocol, sim.url, name);

  it('gets both calls whole, sends everything back as it came, and hears the answer', async () => {
    const first = await listen(at('looker'), aRequest({ tools }));
    expect(first.text).toBe('Let me look. ');
    expect(toolsOf(first)).toEqual([
      expect.objectContaining({ name: 'week', args: { weeksBack: 1 } }),
      expect.objectContaining({ name: 'last-run', args: {} }),
    ]);
    expect(new Set(toolsOf(first).map(({ id }) => id)).size).toBe(2);
    expect(endsOf(first)).toEqual(['tools']);

    const messages = afterwards(first, [week, lastRun]);
    const second = await listen(at('looker'), aRequest({ tools, messages }));
    expect(second.error).toBeUndefined();
    expect(second.text).toBe('You ran {{aaaa1111}} and {{bbbb2222}}.');
    expect(endsOf(second)).toEqual(['stop']);
    expect(asked[1]).toMatchObject({ rounds: 1, results: [week, lastRun] });
  });

  it('survives a second round, with the first one still in its messages', async () => {
    const request = aRequest({ tools });
    const first = await listen(at('restless'), request);
    const once = afterwards(first, [lastRun]);
    const second = await listen(at('restless'), { ...request, messages: once });
    expect(endsOf(second)).toEqual(['tools']);
    const twice = [...once, ...afterwards(second, [lastRun]).slice(1)];
    const third = await listen(at('restless'), {
      ...request,
      messages: twice,
      mayCallTools: false,
    });
    expect(third.text).toBe('I have looked at everything there is.');
  });

  it('reports calls of the wrong type, and that answers to them are accepted', async () => {
    const request = aRequest({ tools });
    const first = await listen(at('wrong-types'), request);
    expect(toolsOf(first)[0]?.args).toEqual({ weeksBack: 'many', athleteId: 7 });
    const complaint = { error: 'invalid_arguments' };
    const once = afterwards(first, [complaint]);
    const second = await listen(at('wrong-types'), { ...request, messages: once });
    expect(toolsOf(second)[0]).toMatchObject({ name: 'week', args: undefined });
    const twice = [...once, ...afterwards(second, [complaint]).slice(1)];
    const third = await listen(at('wrong-types'), { ...request, messages: twice });
    expect(third.text).toBe('I could not look that up.');
  });

  it('remembers what was said before the question', async () => {
    const messages: ModelMessage[] = [
      { role: 'user', text: 'Hello' },
      { role: 'model', text: 'Hello to you.', calls: [] },
      { role: 'user', text: 'And now?' },
    ];
    await listen(at('looker'), aRequest({ tools, messages }));
    expect(asked[0]).toMatchObject({
      question: 'And now?',
      rounds: 0,
      tools: ['week', 'last-run'],
    });
  });

  it('runs none of the calls of an answer that was cut off', async () => {
    for (const after of [1, 2, 3, 4, 5, 6, 7]) {
      sim.queueFault({ fault: 'eof', afterChunks: after });
      const heard = await listen(at('looker'), aRequest({ tools }));
      expect(toolsOf(heard)).toEqual([]);
      expect(codeOf(heard.error)).toBe('upstream_truncated');
    }
  });
});

describe('a tool call that is no JSON', () => {
  it('openai: arrives without arguments, and its answer is accepted', async () => {
    const request = aRequest({ tools });
    const first = await listen(simProvider('openai', sim.url, 'malformed-call'), request);
    expect(endsOf(first)).toEqual(['tools']);
    expect(toolsOf(first)).toEqual([expect.objectContaining({ name: 'week', args: undefined })]);
    const messages = afterwards(first, [{ error: 'invalid_arguments' }]);
    const second = await listen(simProvider('openai', sim.url, 'ok'), { ...request, messages });
    expect(second.error).toBeUndefined();
  });

  it('gemini: is a finish reason of its own, with no call in it', async () => {
    const heard = await listen(
      simProvider('gemini', sim.url, 'malformed-call'),
      aRequest({ tools }),
    );
    expect([toolsOf(heard), endsOf(heard)]).toEqual([[], ['malformed_call']]);
  });
});

describe('what goes over the wire', () => {
  async function bodyOf(
    protocol: Protocol,
    at = 'ok',
    dialect: 'openai' | 'compatible' = 'openai',
  ) {
    const provider = simProvider(protocol, sim.url, at, { dialect });
    const heard = await listen(provider, aRequest({ tools }));
    expect(heard.error).toBeUndefined();
    return sim.calls()[0]?.body;
  }

  it('openai: one call at a time, nothing stored, usage at the end', async () => {
    expect(await bodyOf('openai')).toEqual({
      model: 'sim-model',
      messages: [
        { role: 'system', content: 'Answer with facts.' },
        { role: 'user', content: 'How far did I run?' },
      ],
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
      max_completion_tokens: 800,
      tools: [
        { type: 'function', function: weekTool },
        { type: 'function', function: lastRunTool },
      ],
      tool_choice: 'auto',
      parallel_tool_calls: false,
      store: false,
      safety_identifier: 'hash-of-an-athlete',
      prompt_cache_key: 'coach/1',
    });
  });

  it('a compatible server that refuses unknown fields gets none', async () => {
    const body = await bodyOf('openai', 'strict', 'compatible');
    expect(Object.keys(body ?? {}).toSorted()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'stream',
      'stream_options',
      'tool_choice',
      'tools',
    ]);
    const refused = await listen(simProvider('openai', sim.url, 'strict'));
    expect(codeOf(refused.error)).toBe('rejected');
  });

  it('gemini: declarations without what it refuses', async () => {
    expect(await bodyOf('gemini')).toMatchObject({
      contents: [{ role: 'user', parts: [{ text: 'How far did I run?' }] }],
      systemInstruction: { parts: [{ text: 'Answer with facts.' }] },
      generationConfig: { maxOutputTokens: 800 },
      toolConfig: { functionCallingConfig: { mode: 'AUTO' } },
      tools: [
        {
          functionDeclarations: [
            {
              name: 'week',
              description: weekTool.description,
              parameters: {
                type: 'object',
                properties: { weeksBack: { type: 'integer', minimum: 0, maximum: 520 } },
              },
            },
            { name: 'last-run', description: lastRunTool.description },
          ],
        },
      ],
    });
  });

  it('gemini: a signature that was lost would be refused', async () => {
    const provider = simProvider('gemini', sim.url, 'looker');
    const first = await listen(provider, aRequest({ tools }));
    const messages = afterwards(first, [week, lastRun]);
    const unsigned: unknown = JSON.parse(
      JSON.stringify(messages).replaceAll('thoughtSignature', 'forgotten'),
    );
    const ok = await listen(provider, aRequest({ tools, messages }));
    expect(ok.error).toBeUndefined();
    const lost = await listen(provider, aRequest({ tools, messages: asMessages(unsigned) }));
    expect(codeOf(lost.error)).toBe('rejected');
  });
});

function asMessages(value: unknown): ModelMessage[] {
  if (!Array.isArray(value)) throw new Error('messages are a list');
  return value;
}
