import type { Fact } from '@evensplit/contracts';
import { bindNumbers, type Part } from './bind-numbers.ts';
import { isForeignNumberWord } from './foreign-number-words.ts';
import type { Evidence } from './gather-evidence.ts';
import { neutralWords } from './neutral-words.ts';
import { endOfPassage, opensPassage } from './number-passage.ts';
import type { Pieces } from './piece.ts';
import { spotClaim } from './spot-claim.ts';
import { trailingUnit } from './trailing-unit.ts';
import { isSilent, lex, type StrikeReason, type Token } from './token.ts';

const ADDRESS_LEFT_OUT = '(address left out)';
const LEFT_OUT = '…';
const LONGEST_CONTEXT = 300;

/**
 * The sentence that is being written: words go out at once unless they may be the beginning of a number or of a claim,
 * which wait until what they are is known. Decides by what was written, never by how it arrived.
 */
export function createSentence(deps: {
  evidence: Evidence;
  pieces: Pieces;
  onStrike: (reason: StrikeReason, raw: string) => void;
}) {
  const { evidence, pieces, onStrike } = deps;
  let waiting: Token[] = [];
  let before = '';
  let isClaim = false;
  let said: Fact | null = null;
  let marker = 0;
  let startsLine = true;

  function text(words: string): void {
    pieces.text(words);
    before = (before + words.toLowerCase()).slice(-LONGEST_CONTEXT);
    if (words.trim() !== '') startsLine = false;
  }

  function beginSentence(): void {
    before = '';
    isClaim = false;
    said = null;
  }

  function settle(isAll: boolean): void {
    while (waiting.length > 0 && step(isAll));
  }

  /** Settles what stands first; false when it has to wait for more. */
  function step(isAll: boolean): boolean {
    const [token] = waiting;
    if (!token) return false;
    if (token.kind === 'break') {
      text(token.raw);
      waiting.shift();
      beginSentence();
      startsLine = true;
      return true;
    }
    if (isClaim) return skipClaim(token, isAll);
    if (said) {
      const unit = trailingUnit(waiting, said, isAll);
      if (unit === 'open') return false;
      said = null;
      for (const mark of waiting.splice(0, unit)) if (mark.kind === 'mark') text(mark.raw);
      return true;
    }
    if (token.kind === 'fact' || token.kind === 'struck') return takeReady(token);
    if (token.kind === 'word') {
      const claim = spotClaim(clause(), before.match(/[\p{L}']+/gu) ?? [], isAll || clauseEnds());
      if (claim.is === 'open') return false;
      if (claim.is === 'claim') {
        onStrike('claim', clause().join(' '));
        text(claim.instead);
        isClaim = true;
        return true;
      }
    }
    if (token.kind === 'word' && isForeignNumberWord(token.low)) {
      waiting.shift();
      onStrike('number', token.raw);
      text(LEFT_OUT);
      return true;
    }
    const opens = opensPassage(waiting, isAll);
    if (opens === 'open') return false;
    if (opens === 'yes') return takePassage(isAll);
    waiting.shift();
    text(token.raw);
    if (endsSentence(token)) beginSentence();
    return true;
  }

  function takeReady(token: Token): boolean {
    waiting.shift();
    if (token.kind === 'fact') {
      say({ is: 'fact', match: { fact: token.fact, as: token.as } });
      said = token.fact;
    } else if (token.kind === 'struck') {
      onStrike(token.reason, token.raw);
      const place = { before, next: waiting.find((one) => !isSilent(one)) };
      text(token.reason === 'address' ? ADDRESS_LEFT_OUT : neutralWords(place));
    }
    return true;
  }

  function takePassage(isAll: boolean): boolean {
    const end = endOfPassage(waiting, isAll);
    if (end === null) return false;
    if (isListMarker(end)) {
      text(
        waiting
          .splice(0, end)
          .map(({ raw }) => raw)
          .join(''),
      );
      return true;
    }
    const next = waiting.slice(end).find((token) => !isSilent(token));
    const parts = bindNumbers({ tokens: waiting.slice(0, end), before, next, evidence });
    waiting.splice(0, end);
    for (const part of parts) say(part);
    return true;
  }

  function say(part: Part): void {
    switch (part.is) {
      case 'text':
        text(part.text);
        break;
      case 'fact':
        pieces.fact(part.match.fact, part.match.as);
        before += ` § ${part.match.fact.unit} `;
        startsLine = false;
        break;
      case 'struck':
        onStrike('number', part.raw);
        text(part.instead);
        break;
    }
  }

  /** "1." at the start of a line, and then "2.": counting items states nothing. */
  function isListMarker(end: number): boolean {
    const [token, stop] = waiting;
    if (!startsLine || end !== 1 || token?.kind !== 'number') return false;
    if (stop?.glued !== true || !/^[.)]$/.test(stop.raw)) return false;
    const value = Number(token.raw);
    if (value !== 1 && value !== marker + 1) return false;
    marker = value;
    return true;
  }

  /** Nothing of a claim is said; the sentence it stood in keeps its end. */
  function skipClaim(token: Token, isAll: boolean): boolean {
    if (!endsSentence(token)) {
      waiting.shift();
      return true;
    }
    const next = waiting[1];
    if (!next && !isAll) return false;
    waiting.shift();
    if (next?.glued === true && next.kind === 'word') return true;
    text('.');
    beginSentence();
    return true;
  }

  function clause(): string[] {
    const words: string[] = [];
    for (const token of waiting) {
      if (token.kind === 'word') words.push(token.low);
      else if (token.kind === 'number' || token.kind === 'fact') words.push('two');
      else if (!isSilent(token)) break;
      if (words.length >= 16) break;
    }
    return words;
  }

  function clauseEnds(): boolean {
    return waiting.some(
      (token) => !isSilent(token) && (token.kind === 'sign' || token.kind === 'break'),
    );
  }

  return {
    add(tokens: readonly Token[]): void {
      const last = waiting.at(-1);
      // A link's words may go on a word or a number that stands before it: to the reader they are one.
      if (last && tokens[0]?.glued === true && isSpelled(last) && isSpelled(tokens[0])) {
        waiting.pop();
        waiting.push(...lex(last.raw + tokens[0].raw, last.glued), ...tokens.slice(1));
      } else {
        waiting.push(...tokens);
      }
      settle(false);
    },
    end(): void {
      settle(true);
    },
  };
}

function isSpelled({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number' || kind === 'date' || kind === 'numeral';
}

function endsSentence(token: Token): boolean {
  return token.kind === 'sign' && /^[.!?]$/.test(token.raw);
}
