import { renderFact, renderRange, type DistanceUnits, type Fact } from '@evensplit/contracts';
import type { TurnLog } from '../log/open-turn-log.ts';
import type { Timings } from '../timings.ts';
import { ResponderFailure } from './responder.ts';

const MAX_ANSWER_BYTES = 65_536;
const FLUSH_BYTES = 512;
/** An answer several times longer than any that is read with pleasure is collected for longer, or its log outgrows 128 KB. */
const LONG_BYTES = 16_384;
const MAX_FACTS = 64;

export type Speech = {
  say(text: string): void;
  /** A fact in the middle of a sentence: its receipt goes out before the text that mentions it. */
  mention(fact: Fact, as?: 'value' | 'range'): void;
  status(phase: string, tool?: string): void;
  /** A number was left out. */
  strike(): void;
  /** Nothing of what was said holds; what follows is a new answer. */
  retract(): void;
  flush(): void;
  facts(): Fact[];
  strikes(): number;
};

/**
 * Turns what a responder says into log events. Words are collected for a moment, because an event per word
 * would cost the log and every reader several times as much.
 */
export function createSpeech(
  deps: { log: TurnLog; timings: Timings },
  units: DistanceUnits,
): Speech {
  const facts = new Map<string, Fact>();
  let waiting = '';
  let bytes = 0;
  let strikes = 0;
  let timer: NodeJS.Timeout | undefined;
  /** When the next event is due at the soonest, on the clock of `performance.now()`. */
  let nextAt = 0;

  function send(keepHalfCharacter: boolean): void {
    clearTimeout(timer);
    timer = undefined;
    // Half of a surrogate pair waits for its other half: alone it would be stored as a replacement character.
    const cut = keepHalfCharacter && /[\uD800-\uDBFF]$/.test(waiting) ? -1 : undefined;
    const text = waiting.slice(0, cut);
    waiting = cut === undefined ? '' : waiting.slice(cut);
    if (text !== '') deps.log.say(text);
  }

  /** 50 ms, and 100 or 200 ms once the answer is long. */
  function flushAfter(): number {
    return deps.timings.flush * 2 ** Math.min(2, Math.floor(bytes / LONG_BYTES));
  }

  /**
   * The first words after a silence go out with the next tick, those behind them keep their distance. All turns of a
   * replica share the ticks, so that their events cross to Redis and back together and not one by one.
   */
  function untilTick(): number {
    const now = performance.now();
    const tick = deps.timings.flush / 2;
    const due = Math.ceil(Math.max(now, nextAt) / tick) * tick;
    nextAt = due + flushAfter();
    return due - now;
  }

  function say(text: string): void {
    bytes += Buffer.byteLength(text);
    if (bytes > MAX_ANSWER_BYTES)
      throw new ResponderFailure('output_limit', 'the answer is too long');
    // Postgres text cannot hold NUL.
    waiting += text.replaceAll('\u0000', '');
    if (Buffer.byteLength(waiting) >= FLUSH_BYTES) {
      send(true);
      nextAt = performance.now() + flushAfter();
    } else timer ??= setTimeout(() => send(true), untilTick());
  }

  return {
    say,
    mention(fact, as = 'value') {
      if (!facts.has(fact.id)) {
        if (facts.size >= MAX_FACTS) {
          throw new ResponderFailure('output_limit', 'the answer rests on too many facts');
        }
        send(false);
        facts.set(fact.id, fact);
        deps.log.push('receipt', { fact });
      }
      const range = as === 'range' ? renderRange(fact, units) : null;
      say(`[${range ?? renderFact(fact, units)}](#fact:${fact.id})`);
    },
    status(phase, tool) {
      send(false);
      deps.log.push('status', { phase, ...(tool === undefined ? {} : { tool }) });
    },
    strike() {
      strikes += 1;
    },
    retract() {
      clearTimeout(timer);
      timer = undefined;
      waiting = '';
      bytes = 0;
      facts.clear();
      if (deps.log.text() !== '') deps.log.push('snapshot', { text: '' });
    },
    flush: () => send(false),
    facts: () => [...facts.values()],
    strikes: () => strikes,
  };
}
