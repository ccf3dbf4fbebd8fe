import { createGeminiProvider } from '../src/providers/gemini-provider.ts';
import type { ModelEvent, ModelProvider, ModelRequest } from '../src/providers/model-provider.ts';
import { createOpenAiProvider, type OpenAiDialect } from '../src/providers/openai-provider.ts';
import { productProviderTimings, type ProviderTimings } from '../src/providers/provider-timings.ts';
import { UpstreamError } from '../src/providers/upstream-error.ts';

export const protocols = ['openai', 'gemini'] as const;
export type Protocol = (typeof protocols)[number];

/** The product's limits, some twenty times faster; far enough apart to be told from one another. */
export const fastTimings: ProviderTimings = {
  ...productProviderTimings,
  headers: 800,
  firstContent: 1600,
  firstContentReasoning: 2600,
  betweenContent: 900,
  tail: 100,
  leastLeft: 100,
  retryPause: 10,
  retryJitter: 5,
};

type More = { reasoning?: boolean; dialect?: OpenAiDialect; model?: string };

/** A provider that talks to the model sim, at the address of a fault or a character. */
export function simProvider(protocol: Protocol, simUrl: string, at = 'ok', more: More = {}) {
  const { model = 'sim-model', reasoning = false } = more;
  const common = { apiKey: 'test-key', model, reasoning, tailMs: fastTimings.tail };
  return protocol === 'openai'
    ? createOpenAiProvider({
        ...common,
        baseUrl: `${simUrl}/${at}/v1`,
        headersMs: fastTimings.headers,
        dialect: more.dialect ?? 'openai',
      })
    : createGeminiProvider({ ...common, baseUrl: `${simUrl}/${at}` });
}

export const weekTool = {
  name: 'week',
  description: 'Facts about one week.',
  parameters: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { weeksBack: { type: 'integer', minimum: 0, maximum: 520, pattern: 'x' } },
    additionalProperties: false,
  },
};
export const lastRunTool = {
  name: 'last-run',
  description: 'Facts about the newest run.',
  parameters: { type: 'object', properties: {}, additionalProperties: false },
};

export function aRequest(fields: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: 'Answer with facts.',
    messages: [{ role: 'user', text: 'How far did I run?' }],
    tools: [],
    mayCallTools: true,
    maxOutputTokens: 800,
    endUser: 'hash-of-an-athlete',
    cacheKey: 'coach/1',
    ...fields,
  };
}

export type Heard = { events: ModelEvent[]; text: string; error: unknown; ms: number };

/** Everything that was said, and what it ended with; `error` is undefined after a proper end. */
export async function hear(events: AsyncIterable<ModelEvent>): Promise<Heard> {
  const heard: ModelEvent[] = [];
  const startedAt = performance.now();
  let error: unknown;
  try {
    for await (const event of events) heard.push(event);
  } catch (thrown) {
    error = thrown;
  }
  const text = heard.map((event) => (event.t === 'text' ? event.d : '')).join('');
  return { events: heard, text, error, ms: performance.now() - startedAt };
}

export function listen(
  provider: ModelProvider,
  request = aRequest(),
  signal = new AbortController().signal,
): Promise<Heard> {
  return hear(provider.run(request, signal, { headers() {}, content() {} }));
}

export function codeOf(error: unknown): string {
  return error instanceof UpstreamError ? error.code : String(error);
}

export function endsOf({ events }: Heard): string[] {
  return events.flatMap((event) => (event.t === 'end' ? [event.reason] : []));
}

/** Waits for what another process or socket is about to do. */
export async function eventually<T>(read: () => T | undefined, limitMs = 3000): Promise<T> {
  const until = performance.now() + limitMs;
  for (;;) {
    const value = read();
    if (value !== undefined) return value;
    if (performance.now() > until) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
