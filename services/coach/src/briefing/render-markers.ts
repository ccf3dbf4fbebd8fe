import type { Fact } from '@evensplit/contracts';
import type { Sentence } from '../baseline/prose.ts';

export type MarkedText = { text: string; facts: Fact[] };

/**
 * Sentences as Home shows them: `{{fact-id}}` where a fact belongs, each fact once. The value is rendered where it is
 * read, in the reader's units, so a change of units needs no new briefing.
 */
export function renderMarkers(sentences: readonly Sentence[]): MarkedText {
  const facts = new Map<string, Fact>();
  const rendered = sentences.map((sentence) =>
    sentence
      .map((part) => {
        if (typeof part === 'string') return part;
        facts.set(part.fact.id, part.fact);
        return `{{${part.fact.id}}}`;
      })
      .join(''),
  );
  return { text: rendered.join(' '), facts: [...facts.values()] };
}
