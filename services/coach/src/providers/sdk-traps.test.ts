import { execFile } from 'node:child_process';
import { startModelSim, type ModelSim } from '@evensplit/scripts/model-sim';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import OpenAI from 'openai';

let sim: ModelSim;
beforeAll(async () => {
  sim = await startModelSim({ pace: { frameMs: 1 } });
});
afterAll(() => sim.close());

/** Runs a module in a process of its own; its exit code. */
function exitCodeOf(source: string): Promise<{ code: number | string | null; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', source],
      { cwd: import.meta.dirname },
      (error, stdout, stderr) =>
        resolve({ code: error ? (error.code ?? null) : 0, output: stdout + stderr }),
    );
  });
}

const abortGemini = (guard: string) => `
  import { GoogleGenerativeAI } from '@google/generative-ai';
  const model = new GoogleGenerativeAI('k').getGenerativeModel({ model: 'm' }, { baseUrl: '${sim.url}/stall' });
  const turn = new AbortController();
  const contents = [{ role: 'user', parts: [{ text: 'Hi' }] }];
  const result = await model.generateContentStream({ contents }, { signal: turn.signal });
  ${guard}
  setTimeout(() => turn.abort(), 50);
  try {
    for await (const chunk of result.stream) void chunk;
  } catch {}
  await new Promise((resolve) => setTimeout(resolve, 50));
  console.log('alive');
`;

/** Should one of these fail after an upgrade, an adapter may have become simpler. */
describe('what the SDKs do on their own', () => {
  it('gemini: an abort ends the process, though it is caught, unless `response` is caught too', async () => {
    const bare = await exitCodeOf(abortGemini(''));
    expect(bare.code).toBe(1);
    expect(bare.output).not.toContain('alive');
    const guarded = await exitCodeOf(abortGemini('result.response.catch(() => undefined);'));
    expect(guarded).toEqual({ code: 0, output: 'alive\n' });
  });

  it.each(['eof', 'stall'])('openai: a loop over %s ends as if all were well', async (at) => {
    const client = new OpenAI({ apiKey: 'k', baseURL: `${sim.url}/${at}/v1`, maxRetries: 0 });
    const turn = new AbortController();
    const messages = [{ role: 'user' as const, content: 'Hi' }];
    const body = { model: 'm', messages, stream: true as const };
    const reasons: unknown[] = [];
    for await (const chunk of await client.chat.completions.create(body, { signal: turn.signal })) {
      if (reasons.push(chunk.choices[0]?.finish_reason) === 1) setTimeout(() => turn.abort(), 100);
    }
    expect(reasons.length).toBeGreaterThan(1);
    expect(reasons.every((reason) => reason === null)).toBe(true);
  });
});
