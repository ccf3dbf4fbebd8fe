import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { StreamReader } from './follow-stream.ts';
import type { EndReason, ToolCall } from './model-provider.ts';
import { parseArguments } from './parse-arguments.ts';
import { UpstreamError } from './upstream-error.ts';

type Fragment = NonNullable<ChatCompletionChunk.Choice.Delta['tool_calls']>[number];
type Assembled = { index: number; id: string; name: string; arguments: string };

const endReasons: Readonly<Record<string, EndReason>> = {
  stop: 'stop',
  tool_calls: 'tools',
  function_call: 'tools',
  length: 'length',
  content_filter: 'filter',
};

/** Bytes of tool arguments that a response may hold: far more than any tool of ours takes. */
const MAX_ARGUMENTS = 65_536;

export function createOpenAiReader(): StreamReader<ChatCompletionChunk> {
  const calls: Assembled[] = [];
  let argumentLength = 0;
  let finish: EndReason | undefined;
  let refused = false;
  let usage: { prompt: number; completion: number } | undefined;

  function take(chunk: ChatCompletionChunk): { text: string; content: boolean } {
    // Compatible servers send usage with the last chunk, with every chunk, or with one of no choices.
    if (chunk.usage) {
      usage = { prompt: chunk.usage.prompt_tokens, completion: chunk.usage.completion_tokens };
    }
    const choice = chunk.choices?.[0];
    if (!choice) return { text: '', content: false };
    const { delta } = choice;
    if (delta?.refusal) refused = true;
    const fragments = delta?.tool_calls ?? [];
    for (const fragment of fragments) assemble(fragment);
    if (choice.finish_reason) finish = readFinish(choice.finish_reason);
    const text = delta?.content ?? '';
    return { text, content: text !== '' || fragments.length > 0 };
  }

  function assemble(fragment: Fragment): void {
    const piece = fragment.function?.arguments ?? '';
    argumentLength += piece.length;
    if (argumentLength > MAX_ARGUMENTS) {
      throw new UpstreamError('output_limit', 'the tool calls are too long');
    }
    const open = callOf(fragment);
    open.name += fragment.function?.name ?? '';
    open.arguments += piece;
  }

  /** By `index`; but some servers number every call 0 and tell them apart by id, and some give no index at all. */
  function callOf({ index, id }: Fragment): Assembled {
    const newest = calls.findLast((call) => index === undefined || call.index === index);
    if (newest && (!id || id === newest.id)) return newest;
    const opened = { index, id: id || `call_${calls.length}`, name: '', arguments: '' };
    calls.push(opened);
    return opened;
  }

  return {
    take,
    finish: () => (finish === 'stop' && refused ? 'filter' : finish),
    calls: () => calls.map(toToolCall),
    usage: () => usage,
  };
}

function readFinish(reason: string): EndReason {
  const known = endReasons[reason];
  if (known) return known;
  throw new UpstreamError('upstream_error', 'the provider ended for a reason of its own');
}

function toToolCall({ id, name, arguments: text }: Assembled): ToolCall {
  const args = parseArguments(text);
  return {
    id,
    name,
    args,
    raw: {
      id,
      type: 'function',
      // Servers parse what they are sent back: their own garbage would be answered with a 400.
      function: { name, arguments: args === undefined ? '{}' : text || '{}' },
    },
  };
}
