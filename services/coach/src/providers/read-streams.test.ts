import { describe, expect, it } from '@jest/globals';
import type { GenerateContentResponse } from '@google/generative-ai';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { createGeminiReader } from './read-gemini-stream.ts';
import { createOpenAiReader } from './read-openai-stream.ts';

type Delta = ChatCompletionChunk.Choice.Delta;

function openAi(...deltas: (Delta | { finish: string })[]) {
  const reader = createOpenAiReader();
  const taken = deltas.map((delta) => reader.take(chunkOf(delta)));
  return { reader, taken, text: taken.map(({ text }) => text).join('') };
}

/** As JSON, because servers send what the SDK's types rule out. */
function chunkOf(delta: Delta | { finish: string }): ChatCompletionChunk {
  const isFinish = 'finish' in delta;
  const choice = {
    index: 0,
    delta: isFinish ? {} : delta,
    finish_reason: isFinish ? delta.finish : null,
  };
  const text = JSON.stringify({ id: 'c', created: 1, model: 'm', choices: [choice] });
  const chunk: ChatCompletionChunk = JSON.parse(text);
  return chunk;
}

describe('reading Chat Completions', () => {
  it('takes words for content, and nothing else', () => {
    const thought: Record<string, unknown> = { reasoning_content: 'Hmm.' };
    const { taken } = openAi(
      { role: 'assistant', content: '' },
      { content: null },
      thought,
      {},
      { content: 'Yes' },
      { tool_calls: [{ index: 0, function: { arguments: '' } }] },
    );
    expect(taken.map(({ content }) => content)).toEqual([false, false, false, false, true, true]);
  });

  it('puts interleaved calls together by index', () => {
    const { reader } = openAi(
      { tool_calls: [{ index: 0, id: 'a', function: { name: 'week', arguments: '{"wee' } }] },
      { tool_calls: [{ index: 1, id: 'b', function: { name: 'load', arguments: '{' } }] },
      { tool_calls: [{ index: 0, function: { arguments: 'ksBack":2}' } }] },
      { tool_calls: [{ index: 1, function: { arguments: '}' } }] },
      { finish: 'tool_calls' },
    );
    expect(reader.calls().map(({ id, name, args }) => [id, name, args])).toEqual([
      ['a', 'week', { weeksBack: 2 }],
      ['b', 'load', {}],
    ]);
    expect(reader.finish()).toBe('tools');
  });

  it('tells calls apart by id where a server numbers all of them 0', () => {
    const { reader } = openAi(
      { tool_calls: [{ index: 0, id: 'a', function: { name: 'week', arguments: '{}' } }] },
      { tool_calls: [{ index: 0, id: 'b', function: { name: 'load', arguments: '{"da' } }] },
      { tool_calls: [{ index: 0, id: 'b', function: { arguments: 'ys":7}' } }] },
      { finish: 'stop' },
    );
    expect(reader.calls().map(({ id, args }) => [id, args])).toEqual([
      ['a', {}],
      ['b', { days: 7 }],
    ]);
  });

  it('gives a call without an id one, and one without arguments an empty object', () => {
    const { reader } = openAi(
      { tool_calls: [{ index: 0, function: { name: 'load' } }] },
      { finish: 'tool_calls' },
    );
    expect(reader.calls()).toEqual([
      {
        id: 'call_0',
        name: 'load',
        args: {},
        raw: { id: 'call_0', type: 'function', function: { name: 'load', arguments: '{}' } },
      },
    ]);
  });

  it.each(['{"n":', '[1]', '"text"', '12', 'null and more'])(
    'does not take %s for arguments, nor sends it back',
    (text) => {
      const { reader } = openAi({
        tool_calls: [{ index: 0, id: 'a', function: { name: 'week', arguments: text } }],
      });
      expect(reader.calls()[0]).toMatchObject({
        args: undefined,
        raw: { function: { arguments: '{}' } },
      });
    },
  );

  it('takes a refusal for a filter', () => {
    const { reader } = openAi({ refusal: 'I cannot' }, { finish: 'stop' });
    expect(reader.finish()).toBe('filter');
  });

  it('throws on a reason that it does not know', () => {
    expect(() => openAi({ finish: 'insufficient_system_resource' })).toThrow('a reason of its own');
  });

  it('does not collect arguments without end', () => {
    const { reader } = openAi();
    const piece = chunkOf({
      tool_calls: [{ index: 0, id: 'a', function: { name: 'week', arguments: 'x'.repeat(8192) } }],
    });
    expect(() => {
      for (let i = 0; i < 9; i += 1) reader.take(piece);
    }).toThrow('too long');
  });
});

function gemini(...chunks: unknown[]) {
  const reader = createGeminiReader();
  const taken = chunks.map((chunk) => {
    const parsed: GenerateContentResponse = JSON.parse(JSON.stringify(chunk));
    return reader.take(parsed);
  });
  return { reader, taken };
}
const candidate = (parts: unknown[], finishReason?: string) => ({
  candidates: [{ index: 0, content: { role: 'model', parts }, finishReason }],
});

describe('reading streamGenerateContent', () => {
  it('keeps every part for the next step: thoughts, signatures, and what came behind the last call', () => {
    const thought = { text: 'Let me see', thought: true };
    const words = { text: 'One moment. ', thoughtSignature: 's0' };
    const first = {
      functionCall: { name: 'week', args: { weeksBack: 1 } },
      thoughtSignature: 's1',
    };
    const second = { functionCall: { id: 'own', name: 'load', args: {} } };
    const last = { text: '', thoughtSignature: 's2' };
    const { reader, taken } = gemini(
      candidate([thought]),
      candidate([words]),
      candidate([first, second]),
      candidate([last], 'STOP'),
    );
    expect(taken.map(({ text, content }) => [text, content])).toEqual([
      ['', false],
      ['One moment. ', true],
      ['', true],
      ['', false],
    ]);
    expect(reader.calls()).toEqual([
      {
        id: 'call_0',
        name: 'week',
        args: { weeksBack: 1 },
        raw: { parts: [thought, words, first], callId: undefined },
      },
      { id: 'own', name: 'load', args: {}, raw: { parts: [second, last], callId: 'own' } },
    ]);
  });

  it.each([
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'filter'],
    ['RECITATION', 'filter'],
    ['PROHIBITED_CONTENT', 'filter'],
    ['MALFORMED_FUNCTION_CALL', 'malformed_call'],
  ])('%s is %s, and reading it does not throw', (wire, reason) => {
    expect(gemini(candidate([], wire)).reader.finish()).toBe(reason);
  });

  it('takes a blocked prompt for a filter', () => {
    const { reader } = gemini({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } });
    expect(reader.finish()).toBe('filter');
  });

  it('counts thinking as output, because it is billed', () => {
    const usageMetadata = {
      promptTokenCount: 100,
      candidatesTokenCount: 20,
      thoughtsTokenCount: 300,
      totalTokenCount: 420,
    };
    const { reader } = gemini({ ...candidate([{ text: 'x' }], 'STOP'), usageMetadata });
    expect(reader.usage()).toEqual({ prompt: 100, completion: 320 });
  });

  it('throws on an error in a chunk and on a reason that it does not know', () => {
    expect(() => gemini({ error: { code: 503 } })).toThrow('carried an error');
    expect(() => gemini(candidate([], 'OTHER'))).toThrow('a reason of its own');
  });
});
