import type { Fact } from '@evensplit/contracts';
import type { Listener } from '../turns/consult.ts';
import type { MarkedText } from './render-markers.ts';

/** Longer than four long sentences: what a model wrote is something else than a briefing. */
const LONGEST = 900;

export type Words = Listener & {
  /** Undefined when it is no briefing: without a fact, too long, or with something left out. */
  briefing(): MarkedText | undefined;
  strikes(): number;
};

/**
 * Collects a model's bound words as Home shows them, `{{fact-id}}` where a fact belongs. Home has no place to say that
 * something was struck, and there always is a whole text to show instead: one strike is one too many.
 */
export function collectWords(): Words {
  const facts = new Map<string, Fact>();
  let text = '';
  let strikes = 0;
  return {
    say(words) {
      // Braces of its own could make a marker of any fact, Home shows emphasis as asterisks, and Postgres text cannot
      // hold NUL.
      text += words.replaceAll(/[{}*`#]/g, '').replaceAll('\u0000', '');
    },
    mention(fact) {
      facts.set(fact.id, fact);
      text += `{{${fact.id}}}`;
    },
    status: () => undefined,
    strike() {
      strikes += 1;
    },
    briefing() {
      const whole = text.replaceAll(/\s+/g, ' ').trim();
      if (strikes > 0 || facts.size === 0 || whole.length > LONGEST) return undefined;
      return { text: whole, facts: [...facts.values()] };
    },
    strikes: () => strikes,
  };
}
