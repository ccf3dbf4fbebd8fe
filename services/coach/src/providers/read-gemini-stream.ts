import type { GenerateContentResponse, Part } from '@google/generative-ai';
import type { StreamReader } from './follow-stream.ts';
import type { GeminiRaw } from './gemini-contents.ts';
import type { EndReason, ToolCall } from './model-provider.ts';
import { asArguments } from './parse-arguments.ts';
import { UpstreamError } from './upstream-error.ts';

/** What arrives and the SDK's types leave out. */
type WirePart = Part & { thought?: boolean; functionCall?: { id?: string; args?: unknown } };
type WireUsage = {
  promptTokenCount?: number;
  candidatesTokenCount?: number;
  totalTokenCount?: number;
};

/** Newer reasons than the SDK knows are among them, so they are compared as text. */
const endReasons: Readonly<Record<string, EndReason>> = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  SAFETY: 'filter',
  RECITATION: 'filter',
  LANGUAGE: 'filter',
  BLOCKLIST: 'filter',
  PROHIBITED_CONTENT: 'filter',
  SPII: 'filter',
  MALFORMED_FUNCTION_CALL: 'malformed_call',
  UNEXPECTED_TOOL_CALL: 'malformed_call',
  TOO_MANY_TOOL_CALLS: 'malformed_call',
};

/** Raw parts only: the SDK's own helpers throw on a blocked answer and drop thought signatures. */
export function createGeminiReader(): StreamReader<GenerateContentResponse> {
  const calls: { name: string; args: unknown; id: string | undefined; parts: Part[] }[] = [];
  /** Parts since the newest call; those behind the last one go with it. */
  let loose: Part[] = [];
  let finish: EndReason | undefined;
  let usage: { prompt: number; completion: number } | undefined;

  function take(chunk: GenerateContentResponse): { text: string; content: boolean } {
    if ('error' in chunk) throw new UpstreamError('upstream_error', 'the stream carried an error');
    if (chunk.usageMetadata) usage = readUsage(chunk.usageMetadata);
    if (chunk.promptFeedback?.blockReason) finish = 'filter';
    const candidate = chunk.candidates?.[0];
    if (candidate?.finishReason) finish = readFinish(candidate.finishReason);
    let text = '';
    let content = false;
    const parts: WirePart[] = candidate?.content?.parts ?? [];
    for (const part of parts) {
      loose.push(part);
      if (part.functionCall) {
        const { name, args, id } = part.functionCall;
        calls.push({ name, args, id, parts: loose });
        loose = [];
        content = true;
      } else if (part.text && part.thought !== true) {
        text += part.text;
        content = true;
      }
    }
    return { text, content };
  }

  return {
    take,
    finish: () => finish,
    calls: () =>
      calls.map(({ name, args, id, parts }, i): ToolCall => {
        const raw: GeminiRaw = {
          parts: i === calls.length - 1 ? [...parts, ...loose] : parts,
          callId: id,
        };
        return { id: id ?? `call_${i}`, name, args: asArguments(args), raw };
      }),
    usage: () => usage,
  };
}

function readFinish(reason: string): EndReason {
  const known = endReasons[reason];
  if (known) return known;
  throw new UpstreamError('upstream_error', 'the provider ended for a reason of its own');
}

/** Thinking is billed as output but counted apart; the total has it all. */
function readUsage(wire: WireUsage): { prompt: number; completion: number } {
  const prompt = wire.promptTokenCount ?? 0;
  const total = wire.totalTokenCount ?? prompt + (wire.candidatesTokenCount ?? 0);
  return { prompt, completion: Math.max(0, total - prompt) };
}
