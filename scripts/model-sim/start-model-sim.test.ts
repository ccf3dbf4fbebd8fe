import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startModelSim, type ModelSim } from './start-model-sim.ts';

let sim: ModelSim;
beforeAll(async () => {
  sim = await startModelSim({
    pace: { frameMs: 0, dripMs: 10, commentMs: 10 },
    scenarios: { parrot: ({ question }) => [{ say: `You said: ${question}` }] },
  });
});
afterAll(() => sim.close());
beforeEach(() => sim.reset());

const fact = { id: '0a1b2c', metric: 'activity.distance', value: 10_240 };

function chat(at: string, more: Record<string, unknown> = {}, key = 'Bearer k'): Promise<Response> {
  return fetch(`${sim.url}${at}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: key, 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'm',
      stream: true,
      messages: [{ role: 'user', content: 'How far?' }],
      ...more,
    }),
    signal: AbortSignal.timeout(5000),
  });
}

function generate(at: string, more: Record<string, unknown> = {}, model = 'm'): Promise<Response> {
  return fetch(`${sim.url}${at}/v1beta/models/${model}:streamGenerateContent?alt=sse`, {
    method: 'POST',
    headers: { 'x-goog-api-key': 'k', 'content-type': 'application/json' },
    body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'How far?' }] }], ...more }),
    signal: AbortSignal.timeout(5000),
  });
}

/** What a stream says before it ends or breaks. */
async function bytesOf(response: Response): Promise<{ text: string; broken: boolean }> {
  let text = '';
  try {
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
    }
    return { text, broken: false };
  } catch {
    return { text, broken: true };
  }
}

function frames(text: string, end: string): unknown[] {
  expect(text.endsWith(end)).toBe(true);
  return text
    .split(end)
    .filter((frame) => frame !== '')
    .map((frame) => frame.replace(/^data: /, ''))
    .map((data): unknown => (data === '[DONE]' ? data : JSON.parse(data)));
}

const openAiTool = { type: 'function', function: { name: 'week', parameters: {} } };
const toolCall = { id: 'c1', type: 'function', function: { name: 'week', arguments: '{}' } };
const roundTrip = [
  { role: 'user', content: 'How far?' },
  { role: 'assistant', content: null, tool_calls: [toolCall] },
  { role: 'tool', tool_call_id: 'c1', content: JSON.stringify({ facts: [fact] }) },
];

describe('Chat Completions', () => {
  it('sends a role, words, a finish reason, usage without choices and [DONE]', async () => {
    const response = await chat('/parrot');
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const all = frames((await bytesOf(response)).text, '\n\n');
    expect(all[0]).toMatchObject({
      object: 'chat.completion.chunk',
      choices: [{ delta: { role: 'assistant', content: '' }, finish_reason: null }],
    });
    expect(all[1]).toMatchObject({ choices: [{ index: 0, delta: { content: 'You s' } }] });
    expect(all.at(-3)).toMatchObject({ choices: [{ delta: {}, finish_reason: 'stop' }] });
    expect(all.at(-2)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 108, completion_tokens: 19, total_tokens: 127 },
    });
    expect(all.at(-1)).toBe('[DONE]');
  });

  it('calls a tool in pieces, and names the facts that come back', async () => {
    const call = await bytesOf(await chat('', { tools: [openAiTool] }));
    expect(call.text).toContain('"finish_reason":"tool_calls"');
    const answer = await bytesOf(await chat('', { tools: [openAiTool], messages: roundTrip }));
    const said = frames(answer.text, '\n\n').map((frame) => JSON.stringify(frame));
    const words = said.map((frame) => /"content":"([^"]*)"/.exec(frame)?.[1] ?? '').join('');
    expect(words).toContain('{{0a1b2c}}');
  });

  it('refuses what the real service refuses', async () => {
    expect((await chat('', {}, '')).status).toBe(401);
    const unanswered = roundTrip.slice(0, 2);
    expect((await chat('', { messages: unanswered })).status).toBe(400);
    expect((await chat('', { messages: [...roundTrip, roundTrip[2]] })).status).toBe(400);
    expect((await chat('', { stream: false })).status).toBe(400);
    expect((await chat('/strict', { store: false })).status).toBe(400);
    expect((await fetch(`${sim.url}/v1/models`)).status).toBe(404);
  });
});

describe('streamGenerateContent', () => {
  it('sends objects ended by two CRLF, and no terminator', async () => {
    const all = frames((await bytesOf(await generate('/parrot'))).text, '\r\n\r\n');
    expect(all[0]).toMatchObject({
      candidates: [{ content: { role: 'model', parts: [{ text: 'You s' }] } }],
      usageMetadata: { promptTokenCount: 1 },
    });
    expect(all.at(-1)).toMatchObject({
      candidates: [{ finishReason: 'STOP' }],
      usageMetadata: { promptTokenCount: 108, candidatesTokenCount: 19, totalTokenCount: 127 },
    });
  });

  it('signs its first call and wants the signature back', async () => {
    const tools = [{ functionDeclarations: [{ name: 'week' }] }];
    const { text } = await bytesOf(await generate('', { tools }));
    const signature = /"thoughtSignature":"([^"]+)"/.exec(text)?.[1];
    expect(signature).toBeDefined();
    const round = (thoughtSignature: string | undefined) => ({
      tools,
      contents: [
        { role: 'user', parts: [{ text: 'How far?' }] },
        {
          role: 'model',
          parts: [{ functionCall: { name: 'week', args: {} }, thoughtSignature }],
        },
        {
          role: 'user',
          parts: [{ functionResponse: { name: 'week', response: { facts: [fact] } } }],
        },
      ],
    });
    expect((await generate('', round(undefined))).status).toBe(400);
    expect((await generate('', round('forged'))).status).toBe(400);
    const answer = await bytesOf(await generate('', round(signature)));
    expect(answer.text).toContain('STOP');
  });

  it('says in the body how long to wait', async () => {
    const response = await generate('/429-retry-7');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await response.json()).toMatchObject({
      error: { code: 429, status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: '7s' }] },
    });
  });

  it('ends a call that it could not write with a reason, and one that is filtered with another', async () => {
    expect((await bytesOf(await generate('/malformed-call'))).text).toContain(
      'MALFORMED_FUNCTION_CALL',
    );
    expect((await bytesOf(await generate('/refused'))).text).toContain('"SAFETY"');
  });
});

describe.each([
  ['openai', chat],
  ['gemini', generate],
] as const)('faults over %s', (protocol, ask) => {
  /** Reads for a moment, then goes away. */
  async function peek(at: string, ms = 150): Promise<string> {
    const response = await ask(at);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const timer = setTimeout(() => void reader?.cancel(), ms);
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      text += value;
    }
    clearTimeout(timer);
    return text;
  }
  const contentIn = (text: string) => text.match(/"(content|text)":"[^"]+"/g)?.length ?? 0;

  it('stalls behind as many chunks as asked', async () => {
    expect(contentIn(await peek('/stall'))).toBe(1);
    expect(contentIn(await peek('/stall-after-4'))).toBe(4);
  });

  it('answers nothing at all', async () => {
    const waited = await Promise.race([
      ask('/never-headers').then(String, String),
      new Promise((resolve) => setTimeout(() => resolve('still waiting'), 300)),
    ]);
    expect(waited).toBe('still waiting');
    expect(sim.calls()[0]).toMatchObject({ fault: 'never-headers', bytesSent: 0, closedAt: null });
  });

  it('drips frames, and drips bytes', async () => {
    const slow = await peek('/drip-frames');
    expect(contentIn(slow)).toBeGreaterThan(2);
    expect(contentIn(slow)).toBeLessThan(20);
    const bytes = await peek('/drip-bytes');
    expect(bytes.length).toBeGreaterThan(2);
    expect(bytes.length).toBeLessThan(20);
  });

  it('sends comments only', async () => {
    expect(await peek('/comments')).toMatch(/(: keepalive\n\n){3}$/);
    expect(contentIn(await peek('/comments-after-2'))).toBe(2);
  });

  it('ends without a reason, and breaks off', async () => {
    const eof = await bytesOf(await ask('/eof'));
    expect([contentIn(eof.text), eof.broken]).toEqual([2, false]);
    expect(eof.text).not.toMatch(/"(stop|STOP)"|DONE/);
    const reset = await bytesOf(await ask('/reset'));
    expect([contentIn(reset.text), reset.broken]).toEqual([2, true]);
    await expect(ask('/reset-early')).rejects.toThrow('fetch failed');
  });

  it('goes on for a megabyte', async () => {
    const { text } = await bytesOf(await ask('/oversized'));
    expect(text.length).toBeGreaterThan(1_048_576);
  });

  it('takes faults from a queue: for one protocol, for so many calls, before the path', async () => {
    const put = (body: unknown) =>
      fetch(`${sim.url}/_faults`, { method: 'PUT', body: JSON.stringify(body) });
    const faults = [{ fault: 'status', status: 503, times: 2, protocol }, { fault: '429' }];
    expect(await (await put(faults)).json()).toEqual({ queued: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await ask('/500')).status);
    expect(statuses).toEqual([503, 503, 429, 500]);
    for (const wrong of [
      { fault: 'gremlins' },
      { fault: 'stall', afterChunks: -1 },
      'stall',
      [7],
    ]) {
      expect((await put(wrong)).status).toBe(400);
    }
  });

  it('lists its calls', async () => {
    await bytesOf(await ask('/parrot'));
    await peek('/drip-frames', 50);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const listed: unknown = await (await fetch(`${sim.url}/_calls`)).json();
    expect(listed).toEqual({
      calls: [
        expect.objectContaining({ protocol, fault: 'ok', scenario: 'parrot', aborted: false }),
        expect.objectContaining({ protocol, fault: 'drip-frames', aborted: true }),
      ],
    });
    const [first] = sim.calls();
    expect(first?.closedAt).toBeGreaterThanOrEqual(first?.startedAt ?? Infinity);
    expect(first?.bytesSent).toBeGreaterThan(100);
    expect(JSON.stringify(listed)).not.toContain('How far?');
  });

  it.each(['invented-numbers', 'injected', 'doctor', 'spelled-numbers', 'one-slip', 'empty'])(
    'speaks as %s',
    async (character) => {
      const { text, broken } = await bytesOf(await ask(`/${character}`));
      expect(broken).toBe(false);
      expect(contentIn(text) > 0).toBe(character !== 'empty');
      expect(sim.calls()[0]).toMatchObject({ scenario: character });
    },
  );
});
