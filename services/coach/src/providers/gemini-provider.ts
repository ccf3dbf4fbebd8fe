import {
  FunctionCallingMode,
  GoogleGenerativeAI,
  type EnhancedGenerateContentResponse,
} from '@google/generative-ai';
import { explainGeminiError } from './explain-gemini-error.ts';
import { followStream } from './follow-stream.ts';
import { toGeminiContents } from './gemini-contents.ts';
import { toFunctionDeclarations } from './gemini-declarations.ts';
import type { ModelProvider, ModelRequest } from './model-provider.ts';
import { createGeminiReader } from './read-gemini-stream.ts';

export type GeminiOptions = {
  apiKey: string;
  model: string;
  baseUrl?: string | undefined;
  reasoning?: boolean;
  temperature?: number;
  tailMs: number;
};

const BASE_URL = 'https://generativelanguage.googleapis.com';

/** The SDK is past its end of support; this folder's gemini files are all that knows it. */
export function createGeminiProvider(options: GeminiOptions): ModelProvider {
  const { model, temperature, baseUrl = BASE_URL, tailMs } = options;
  const client = new GoogleGenerativeAI(options.apiKey);

  async function open(
    request: ModelRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<EnhancedGenerateContentResponse>> {
    const functionDeclarations = toFunctionDeclarations(request.tools);
    const mode = request.mayCallTools ? FunctionCallingMode.AUTO : FunctionCallingMode.NONE;
    const generative = client.getGenerativeModel(
      {
        model,
        systemInstruction: request.system,
        ...(functionDeclarations.length > 0
          ? { tools: [{ functionDeclarations }], toolConfig: { functionCallingConfig: { mode } } }
          : {}),
        generationConfig: {
          maxOutputTokens: request.maxOutputTokens,
          ...(temperature === undefined ? {} : { temperature }),
        },
      },
      // No `timeout`: it covers the body and its timer is never cleared.
      { baseUrl, apiVersion: 'v1beta' },
    );
    // The SDK does not look whether a signal has fired already.
    signal.throwIfAborted();
    const contents = toGeminiContents(request.messages);
    const result = await generative.generateContentStream({ contents }, { signal });
    // Nobody awaits it, so its rejection would end the process on every abort, reset or timeout.
    result.response.catch(() => undefined);
    return result.stream;
  }

  return {
    name: 'gemini',
    model,
    reasoning: options.reasoning ?? false,
    run: (request, signal, progress) =>
      followStream(
        {
          open: (call) => open(request, call),
          reader: createGeminiReader(),
          explain: explainGeminiError,
          tailMs,
        },
        signal,
        progress,
      ),
  };
}
