import type { TurnErrorCode, TurnStatus, Writer } from '@evensplit/contracts';

export function phaseWords(
  phase: { phase: string; tool: string | null } | null,
  hasText = false,
): string {
  if (phase?.tool) return `Looking up ${phase.tool.replaceAll(/[-_]/g, ' ')}`;
  switch (phase?.phase) {
    case undefined:
      // Who comes back to a running answer is told of its text before its next word.
      return hasText ? 'Writing' : 'Handing over your question';
    case 'started':
      return 'Reading your question';
    case 'writing':
      return 'Writing';
    default:
      return `${phase?.phase.charAt(0).toUpperCase()}${phase?.phase.slice(1).replaceAll(/[-_]/g, ' ')}`;
  }
}

export function writerWords(writer: Writer | null): string | null {
  switch (writer) {
    case 'openai':
      return 'Written by a language model (OpenAI-compatible)';
    case 'gemini':
      return 'Written by a language model (Gemini)';
    case 'baseline':
      return 'Written by Evensplit’s own rules, without a language model';
    case null:
      return null;
  }
}

/** What ended an answer early, in words; null when it is whole. */
export function endingWords(
  status: TurnStatus,
  code: TurnErrorCode | null,
  hasText: boolean,
): string | null {
  if (status === 'stopped') {
    return hasText ? 'You stopped the answer here.' : 'You stopped the answer before it began.';
  }
  if (status !== 'error') return null;
  const kept = hasText ? ' What was written until then is kept.' : ' No answer was written.';
  switch (code) {
    case 'idle_timeout':
      return `The writer fell silent for too long.${kept}`;
    case 'hard_timeout':
      return `The answer took longer than two minutes and was cut.${kept}`;
    case 'replica_lost':
    case 'server_shutdown':
      return `The part of Evensplit that was writing was restarted.${kept}`;
    case 'upstream_error':
    case 'upstream_truncated':
      return `The language model broke off.${kept}`;
    case 'output_limit':
      return `The answer reached its greatest length.${kept}`;
    case 'content_filter':
      return `The language model declined to go on.${kept}`;
    case 'internal':
    case null:
      return `Something went wrong on our side.${kept}`;
  }
}

/** What a model said about the athlete that no fact supports was left out; nobody is kept in the dark about it. */
export function strikesWords(turn: { strikes: number; writer: Writer | null }): string | null {
  const { strikes, writer } = turn;
  // The baseline's own first sentence says why a model's answer was taken back.
  if (strikes === 0 || writer === 'baseline') return null;
  return strikes === 1
    ? 'One claim of the language model had no fact behind it and was left out.'
    : `${strikes} claims of the language model had no fact behind them and were left out.`;
}

/** An old answer stays as it was given; whoever reads it is told where it would be another one today. */
export function changedWords(changed: number, facts: number): string | null {
  if (changed === 0) return null;
  const values =
    facts === 1
      ? 'its value'
      : changed === facts
        ? 'all its values'
        : `${changed} of its ${facts} values`;
  return `Your data has changed since: ${values} would be told differently today.`;
}

/** "6 receipts from 14 runs": what the answer rests on. */
export function basisWords(
  facts: readonly { from: readonly { activityId: string }[]; n?: number | undefined }[],
): string | null {
  if (facts.length === 0) return null;
  const named = new Set(facts.flatMap(({ from }) => from.map(({ activityId }) => activityId))).size;
  const runs = Math.max(named, ...facts.map(({ n }) => n ?? 0));
  const receipts = `${facts.length} ${facts.length === 1 ? 'receipt' : 'receipts'}`;
  return runs > 0 ? `${receipts} from ${runs} ${runs === 1 ? 'run' : 'runs'}` : receipts;
}
