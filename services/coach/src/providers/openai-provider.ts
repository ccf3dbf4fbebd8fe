import OpenAI from 'openai';
import type {
  ChatCompletionCreateParamsStreaming,
  ChatCompletionToolChoiceOption,
} from 'openai/resources/chat/completions';
import { explainOpenAiError } from './explain-openai-error.ts';
import { followStream } from './follow-stream.ts';
import type { ModelProvider, ModelRequest } from './model-provider.ts';
import { toOpenAiMessages, toOpenAiTools } from './openai-messages.ts';
import { createOpenAiReader } from './read-openai-stream.ts';

/** `compatible`: a server that speaks Chat Completions but may refuse any field it does not know. */
export type OpenAiDialect = 'openai' | 'compatible';

export type OpenAiOptions = {
  apiKey: string;
  model: string;
  baseUrl?: string | undefined;
  reasoning?: boolean;
  /** Decided by the base URL's host unless given. */
  dialect?: OpenAiDialect;
  headersMs: number;
  tailMs: number;
};

const BASE_URL = 'https://api.openai.com/v1';

export function createOpenAiProvider(options: OpenAiOptions): ModelProvider {
  const { model, apiKey, baseUrl = BASE_URL, headersMs, tailMs } = options;
  const dialect = options.dialect ?? dialectOf(baseUrl);
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    // Null, not absent: the SDK would fill both from the environment.
    organization: null,
    project: null,
    // Covers connect and headers only; the stream's body has the caller's clocks. A little longer than the caller's
    // own clock, whose error is the more exact one.
    timeout: headersMs + 1000,
    maxRetries: 0,
    logLevel: 'off',
  });
  return {
    name: 'openai',
    model,
    reasoning: options.reasoning ?? false,
    run(request, signal, progress) {
      const body = toBody(model, dialect, request);
      return followStream(
        {
          open: (call) => client.chat.completions.create(body, { signal: call }),
          reader: createOpenAiReader(),
          explain: explainOpenAiError,
          tailMs,
        },
        signal,
        progress,
      );
    },
  };
}

export function dialectOf(baseUrl: string): OpenAiDialect {
  const { hostname } = new URL(baseUrl);
  return hostname === 'api.openai.com' || hostname.endsWith('.api.openai.com')
    ? 'openai'
    : 'compatible';
}

function toBody(
  model: string,
  dialect: OpenAiDialect,
  request: ModelRequest,
): ChatCompletionCreateParamsStreaming {
  const tools = toOpenAiTools(request.tools);
  const choice: ChatCompletionToolChoiceOption = request.mayCallTools ? 'auto' : 'none';
  const common = {
    model,
    messages: toOpenAiMessages(request),
    stream: true as const,
    ...(tools.length > 0 ? { tools, tool_choice: choice } : {}),
  } satisfies Partial<ChatCompletionCreateParamsStreaming>;
  if (dialect === 'compatible') {
    return {
      ...common,
      stream_options: { include_usage: true },
      max_tokens: request.maxOutputTokens,
    };
  }
  return {
    ...common,
    ...(tools.length > 0 ? { parallel_tool_calls: false } : {}),
    stream_options: { include_usage: true, include_obfuscation: false },
    max_completion_tokens: request.maxOutputTokens,
    store: false,
    safety_identifier: request.endUser,
    prompt_cache_key: request.cacheKey,
  };
}
