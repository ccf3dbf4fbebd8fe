import type { Fact } from '@evensplit/contracts';
import { createCharacterFold } from './fold-characters.ts';
import { createEntityDecoder } from './decode-entities.ts';
import { gatherEvidence, type EvidenceSource } from './gather-evidence.ts';
import { createPieces, type BoundPiece } from './piece.ts';
import { createMarkupScanner } from './scan-markup.ts';
import { createSentence } from './settle-sentence.ts';
import { lex, space, type StrikeReason, type Token } from './token.ts';

const MOST_STRIKES = 3;

export type Strike = { reason: StrikeReason; raw: string };

export type Binder = {
  /** Takes text as it comes; gives back what can be said by now. */
  push(text: string): BoundPiece[];
  /** Nothing more comes: settles what was held back. */
  end(): BoundPiece[];
  readonly strikes: number;
  readonly struck: readonly Strike[];
  /** Too much was struck for the rest to be trusted. Nothing more is said from then on. */
  readonly failed: boolean;
};

/**
 * Stands between a model's prose and the reader: a number is said as the fact that backs it or not at all. The same
 * text gives the same pieces however it was cut.
 */
export function bindStream(source: EvidenceSource, options: { mostStrikes?: number } = {}): Binder {
  const mostStrikes = options.mostStrikes ?? MOST_STRIKES;
  const struck: Strike[] = [];
  const pieces = createPieces();
  const entities = createEntityDecoder();
  const characters = createCharacterFold();
  const isFailed = () => struck.length > mostStrikes;
  const sentence = createSentence({
    evidence: gatherEvidence(source),
    pieces: {
      ...pieces,
      text: (words) => !isFailed() && pieces.text(words),
      fact: (fact, as) => !isFailed() && pieces.fact(fact, as),
    },
    onStrike: (reason, raw) => !isFailed() && struck.push({ reason, raw }),
  });
  const scanner = createMarkupScanner({
    words: (text, glued) => sentence.add(lex(text, glued)),
    space: (char) => sentence.add([space(char)]),
    placeholder: (inside, glued) => sentence.add([resolve(inside, glued, source.facts())]),
    address: (raw, glued) =>
      sentence.add([{ kind: 'struck', raw, low: '', glued, reason: 'address' }]),
  });

  return {
    push(text) {
      if (!isFailed()) scanner.push(characters.push(entities.push(text)));
      return pieces.take();
    },
    end() {
      if (!isFailed()) {
        scanner.push(characters.push(entities.end()));
        scanner.end();
        sentence.end();
      }
      return pieces.take();
    },
    get strikes() {
      return struck.length;
    },
    struck,
    get failed() {
      return isFailed();
    },
  };
}

/** `{{id}}`, `{{fact:id}}`, `{{ id | range }}`: a fact of this turn, or a strike. */
function resolve(inside: string, glued: boolean, facts: ReadonlyMap<string, Fact>): Token {
  const [name = '', form] = inside.split('|').map((part) => part.trim());
  const fact = facts.get(name.replace(/^fact\s*:\s*/i, ''));
  if (!fact) return { kind: 'struck', raw: inside, low: '', glued, reason: 'fact' };
  const as = form?.toLowerCase() === 'range' && fact.range ? 'range' : 'value';
  return { kind: 'fact', raw: '', low: '', glued, fact, as };
}
