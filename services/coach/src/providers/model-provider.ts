/** A question's part of a conversation with a model, in no provider's own form. */
export type ModelMessage =
  | { role: 'user'; text: string }
  | { role: 'model'; text: string; calls: readonly ToolCall[] }
  /** One result per call of the message before, in the same order. */
  | { role: 'tools'; results: readonly ToolResult[] };

export type ToolCall = {
  id: string;
  name: string;
  /** `undefined` when what the model sent is no JSON object. */
  args: Readonly<Record<string, unknown>> | undefined;
  /**
   * The call in the form of the provider that made it, signatures included. It goes back unchanged with the next
   * step, and to no other provider.
   */
  raw: unknown;
};

type ToolResult = { call: ToolCall; result: Readonly<Record<string, unknown>> };

export type ToolSpec = {
  name: string;
  description: string;
  /** JSON Schema of an object. */
  parameters: Readonly<Record<string, unknown>>;
};

export type ModelRequest = {
  system: string;
  messages: readonly ModelMessage[];
  tools: readonly ToolSpec[];
  /** False: the model must answer with what it has. */
  mayCallTools: boolean;
  maxOutputTokens: number;
  /** Who asks, as an opaque hash: abuse is traced to one athlete without naming them. */
  endUser: string;
  /** The same for requests that share a beginning. */
  cacheKey: string;
};

/** Why a model stopped. `malformed_call`: it tried to call a tool in a way that its own provider could not read. */
export type EndReason = 'stop' | 'tools' | 'length' | 'filter' | 'malformed_call';

export type ModelEvent =
  | { t: 'text'; d: string }
  | ({ t: 'tool' } & ToolCall)
  | { t: 'usage'; prompt: number; completion: number }
  | { t: 'end'; reason: EndReason };

/** What a caller's clocks must know and no event says. */
export type Progress = {
  headers(): void;
  /**
   * Text or a piece of a tool call arrived, which may be long before anybody takes it; a role, a thought, usage or a
   * comment is none. What this throws ends the call.
   */
  content(text: string): void;
};

export type ModelProvider = {
  readonly name: 'openai' | 'gemini';
  readonly model: string;
  /** Thinks before its first word, so that word may take longer. */
  readonly reasoning: boolean;
  /**
   * One upstream call, never repeated. Ends with exactly one `end` or throws: the signal's reason once that has
   * fired, else an `UpstreamError`. Tool calls come after the text and only from a response that was finished, so
   * none of a cut-off one is ever run. However it ends, the upstream connection is let go of.
   */
  run(request: ModelRequest, signal: AbortSignal, progress: Progress): AsyncIterable<ModelEvent>;
};
