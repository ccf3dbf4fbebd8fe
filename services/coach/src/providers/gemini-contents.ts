import type { Content, Part } from '@google/generative-ai';
import type { ModelMessage, ToolCall } from './model-provider.ts';

/** What a call's `raw` holds: the parts since the call before, and the name under which its result is expected. */
export type GeminiRaw = { parts: readonly Part[]; callId: string | undefined };

export function toGeminiContents(messages: readonly ModelMessage[]): Content[] {
  return messages.map(toContent);
}

function toContent(message: ModelMessage): Content {
  switch (message.role) {
    case 'user':
      return { role: 'user', parts: [{ text: message.text }] };
    case 'model': {
      const own = message.calls.flatMap((call) => ownRaw(call)?.parts ?? []);
      return { role: 'model', parts: own.length > 0 ? own : [{ text: message.text }] };
    }
    case 'tools':
      return {
        role: 'user',
        parts: message.results.map(({ call, result }) => {
          const callId = ownRaw(call)?.callId;
          const response = { name: call.name, response: { ...result } };
          return {
            functionResponse: callId === undefined ? response : { ...response, id: callId },
          };
        }),
      };
  }
}

function ownRaw({ raw }: ToolCall): GeminiRaw | undefined {
  return isGeminiRaw(raw) ? raw : undefined;
}

function isGeminiRaw(raw: unknown): raw is GeminiRaw {
  return typeof raw === 'object' && raw !== null && 'parts' in raw && 'callId' in raw;
}
