import { randomUUID } from 'node:crypto';
import type { Voice } from './voice.ts';

/** Arguments arrive in pieces of a few characters, as they do from the real thing. */
const ARGUMENT_PIECE = 7;

const finishReasons = {
  stop: 'stop',
  length: 'length',
  filter: 'content_filter',
  calls: 'tool_calls',
  garbled: 'tool_calls',
};

/** Chat Completions, streamed: a role chunk, deltas, a finish chunk, a usage chunk without choices, `[DONE]`. */
export function openAiVoice(model: string): Voice {
  const id = `chatcmpl-${randomUUID()}`;
  const created = Math.floor(Date.now() / 1000);

  function chunk(fields: Record<string, unknown>): string {
    const whole = { id, object: 'chat.completion.chunk', created, model, ...fields };
    return `data: ${JSON.stringify(whole)}\n\n`;
  }
  function delta(fields: Record<string, unknown>): string {
    return chunk({ choices: [{ index: 0, delta: fields, finish_reason: null }], usage: null });
  }

  return {
    opening: () => delta({ role: 'assistant', content: '', refusal: null }),
    text: (piece) => delta({ content: piece }),
    thought: (piece) => delta({ reasoning_content: piece }),
    call(index, name, args) {
      const start = {
        index,
        id: `call_${randomUUID().replaceAll('-', '')}`,
        type: 'function',
        function: { name, arguments: '' },
      };
      const pieces: string[] = [];
      for (let at = 0; at < args.length; at += ARGUMENT_PIECE) {
        const piece = args.slice(at, at + ARGUMENT_PIECE);
        pieces.push(delta({ tool_calls: [{ index, function: { arguments: piece } }] }));
      }
      return [delta({ tool_calls: [start] }), ...pieces];
    },
    finish: (reason, usage) => [
      chunk({
        choices: [{ index: 0, delta: {}, finish_reason: finishReasons[reason] }],
        usage: null,
      }),
      chunk({
        choices: [],
        usage: {
          prompt_tokens: usage.prompt,
          completion_tokens: usage.completion,
          total_tokens: usage.prompt + usage.completion,
        },
      }),
      'data: [DONE]\n\n',
    ],
    errorFrame: () =>
      `data: ${JSON.stringify({ error: { message: 'The server had an error', type: 'server_error' } })}\n\n`,
    errorBody: (status) => ({
      error: {
        message: `The model sim answers ${status}`,
        type:
          status === 429 ? 'requests' : status >= 500 ? 'server_error' : 'invalid_request_error',
        param: null,
        code: status === 429 ? 'rate_limit_exceeded' : null,
      },
    }),
  };
}
