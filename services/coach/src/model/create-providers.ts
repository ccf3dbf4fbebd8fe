import type { Env } from '../env.ts';
import { createGeminiProvider } from '../providers/gemini-provider.ts';
import type { ModelProvider } from '../providers/model-provider.ts';
import { createOpenAiProvider } from '../providers/openai-provider.ts';
import type { ProviderTimings } from '../providers/provider-timings.ts';

/** The providers an operator named, in that order. `env.ts` has seen to it that each has a key and a model. */
export function createProviders(env: Env, timings: ProviderTimings): ModelProvider[] {
  return env.COACH_PROVIDERS.map((name) => {
    switch (name) {
      case 'openai':
        return createOpenAiProvider({
          apiKey: env.OPENAI_API_KEY ?? '',
          model: env.OPENAI_MODEL ?? '',
          baseUrl: env.OPENAI_BASE_URL,
          reasoning: env.OPENAI_REASONING,
          headersMs: timings.headers,
          tailMs: timings.tail,
        });
      case 'gemini':
        return createGeminiProvider({
          apiKey: env.GEMINI_API_KEY ?? '',
          model: env.GEMINI_MODEL ?? '',
          baseUrl: env.GEMINI_BASE_URL,
          reasoning: env.GEMINI_REASONING,
          tailMs: timings.tail,
        });
    }
  });
}
