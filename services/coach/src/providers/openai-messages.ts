import type {
  ChatCompletionMessageFunctionToolCall,
  ChatCompletionMessageParam,
  ChatCompletionTool,
} from 'openai/resources/chat/completions';
import type { ModelMessage, ModelRequest, ToolSpec } from './model-provider.ts';

export function toOpenAiMessages(
  request: Pick<ModelRequest, 'system' | 'messages'>,
): ChatCompletionMessageParam[] {
  return [{ role: 'system', content: request.system }, ...request.messages.flatMap(toMessages)];
}

function toMessages(message: ModelMessage): ChatCompletionMessageParam[] {
  switch (message.role) {
    case 'user':
      return [{ role: 'user', content: message.text }];
    case 'model': {
      const calls = message.calls.map(({ raw }) => raw).filter(isOwnCall);
      return [
        {
          role: 'assistant',
          content: message.text === '' && calls.length > 0 ? null : message.text,
          ...(calls.length > 0 ? { tool_calls: calls } : {}),
        },
      ];
    }
    case 'tools':
      return message.results.map(({ call, result }) => ({
        role: 'tool',
        tool_call_id: call.id,
        content: JSON.stringify(result),
      }));
  }
}

export function toOpenAiTools(tools: readonly ToolSpec[]): ChatCompletionTool[] {
  return tools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, description, parameters: { ...parameters } },
  }));
}

function isOwnCall(raw: unknown): raw is ChatCompletionMessageFunctionToolCall {
  return typeof raw === 'object' && raw !== null && 'function' in raw && 'id' in raw;
}
