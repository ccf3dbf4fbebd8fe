import type { ModelRequest } from '../providers/model-provider.ts';

/** The steps of a turn: so many rounds through the tools, then an answer without them. */
export const MAX_TOOL_STEPS = 5;

/** More than any tokenizer makes of it, in any script: what is reserved must cover what will be used. */
export function estimateTokens(
  request: Pick<ModelRequest, 'system' | 'messages' | 'tools' | 'maxOutputTokens'>,
): number {
  const { system, messages, tools, maxOutputTokens } = request;
  const bytes = Buffer.byteLength(JSON.stringify([system, messages, tools]));
  return Math.ceil(bytes / 2) + maxOutputTokens;
}

/** For a whole turn, before its first call. */
export function estimateTurn(request: Parameters<typeof estimateTokens>[0]): number {
  return estimateTokens(request) * (MAX_TOOL_STEPS + 1);
}
