import type { Fact } from '@evensplit/contracts';
import type { Truth } from '../truth.ts';
import type { Finding } from './finding.ts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Traces of somebody else in what the product gave: a word that only their data holds, their id, one of their runs. A
 * word that the athlete used in asking, `asked`, is theirs to hear again.
 */
export function judgeForeigners(
  texts: readonly string[],
  others: readonly Truth[],
  asked: string,
): Finding[] {
  const all = texts.join('\n');
  const ids = new Set(all.match(ID));
  return others.flatMap(({ marker, athleteId, activityIds }) => {
    const traces = [
      ...(all.includes(marker) && !asked.includes(marker) ? [marker] : []),
      ...[athleteId, ...activityIds].filter((id) => ids.has(id)),
    ];
    return traces.map((trace) => ({ fault: 'another athlete' as const, what: trace }));
  });
}

/** Facts that rest on somebody else's runs. */
export function judgeOrigins(facts: readonly Fact[], truth: Truth): Finding[] {
  return facts.flatMap(({ metric, from }) =>
    from.every(({ activityId }) => truth.activityIds.has(activityId))
      ? []
      : [{ fault: 'another athlete' as const, what: `${metric} rests on a foreign run` }],
  );
}

/** What a closed run, or a sum that it is part of, is known by: its id, or a value that nothing open shares. */
export function judgeClosed(texts: readonly string[], { closed }: Truth): Finding[] {
  const all = texts.join('\n');
  return [
    ...[...closed.activityIds].filter((id) => all.includes(id)),
    ...closed.names.filter((name) => all.includes(name)),
    ...closed.values.filter((value) => hasFigure(all, value)),
  ].map((trace) => ({ fault: 'closed lane' as const, what: trace }));
}

function hasFigure(text: string, figure: string): boolean {
  const at = text.indexOf(figure);
  if (at < 0) return false;
  const around = `${text.charAt(at - 1)}|${text.charAt(at + figure.length)}`;
  return !/^[\d.:]|[\d:/]$/.test(around) || hasFigure(text.slice(at + 1), figure);
}
