import { renderFact, renderRange, type Fact } from '@evensplit/contracts';
import { bindStream } from './bind-stream.ts';
import type { EvidenceSource } from './gather-evidence.ts';

const RECEIPT = /\[([^[\]]*)\]\(#fact:([^)\s]+)\)/g;

/**
 * The binder's check over a finished answer, for evaluations: every number, placeholder and receipt that its facts do
 * not back, as written. Receipts count as right when they name a fact and show what the server shows for it.
 */
export function unsupportedNumbers(text: string, source: EvidenceSource): string[] {
  const wrong: string[] = [];
  for (const [, label = '', id = ''] of text.matchAll(RECEIPT)) {
    const fact = source.facts().get(id);
    if (fact && !shows(fact, label)) wrong.push(label);
  }
  const binder = bindStream(source, { mostStrikes: Number.POSITIVE_INFINITY });
  binder.push(text);
  binder.end();
  const struck = binder.struck.filter(({ reason }) => reason === 'number' || reason === 'fact');
  return [...wrong, ...struck.map(({ raw }) => raw)];
}

function shows(fact: Fact, label: string): boolean {
  return (['km', 'mi'] as const).some(
    (units) => label === renderFact(fact, units) || label === renderRange(fact, units),
  );
}
