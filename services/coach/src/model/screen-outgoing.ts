import { screenText } from '@evensplit/training';
import { screenAnswer } from '../guardrails/screen-answer.ts';
import type { ResponderEvent } from '../turns/responder.ts';

/** Hundreds of answers are written at once, so each is screened once for so many characters; nothing unscreened goes out. */
const STRIDE = 24;
/** The beginning of a phrase waits for its end; too little to be noticed at the speed of a model. */
const LOOKAHEAD = 16;
const LONGEST_SENTENCE = 600;
const SENTENCE_END = /[.!?…]["')\]]*\s|\n/;

/**
 * Lets an answer through as it comes, a few words behind, and holds a sentence back from the moment that it may touch
 * a guardrail until it is whole. One that does takes the whole answer back.
 */
export async function* screenOutgoing(
  events: AsyncIterable<ResponderEvent>,
): AsyncGenerator<ResponderEvent> {
  let held: ResponderEvent[] = [];
  let heldLength = 0;
  let sentence = '';
  let unscreened = 0;
  let isSuspect = false;
  /** Somebody waits for the first words: those are screened piece by piece. */
  let isSilent = true;

  /** False when it must not be said. */
  function take(event: ResponderEvent, words: string): boolean {
    held.push(event);
    heldLength += words.length;
    sentence += words;
    unscreened += words.length;
    const end = SENTENCE_END.exec(sentence);
    if (end || sentence.length >= LONGEST_SENTENCE) {
      const { allowed } = screenAnswer(sentence);
      sentence = end ? sentence.slice(end.index + end[0].length) : '';
      unscreened = sentence.length;
      isSuspect = false;
      if (!allowed) return false;
    }
    if (unscreened >= STRIDE || (isSilent && unscreened > 0)) {
      unscreened = 0;
      isSuspect ||= screenText(sentence).length > 0;
    }
    return true;
  }

  function* release(behind: number): Generator<ResponderEvent> {
    for (let first = held[0]; first !== undefined; first = held[0]) {
      const { length } = wordsOf(first);
      if (heldLength - length < behind) return;
      heldLength -= length;
      held = held.slice(1);
      isSilent = false;
      yield first;
    }
  }

  /** All that is left, or that it may not be said; tells which. */
  function* finish(): Generator<ResponderEvent, boolean> {
    const { allowed } = screenAnswer(sentence);
    if (allowed) yield* release(0);
    else yield off();
    return allowed;
  }

  try {
    for await (const event of events) {
      switch (event.type) {
        case 'text':
        case 'receipt':
          if (!take(event, wordsOf(event))) return yield off();
          if (!isSuspect) yield* release(Math.max(LOOKAHEAD, unscreened));
          break;
        case 'end':
          if (yield* finish()) yield event;
          return;
        case 'retract':
          return yield event;
        case 'strike':
        case 'status':
          yield event;
      }
    }
  } catch (error) {
    yield* finish();
    throw error;
  }
}

function off(): ResponderEvent {
  return { type: 'retract', because: 'guardrail' };
}

/** A receipt stands for a number: what it says cannot matter here. */
function wordsOf(event: ResponderEvent): string {
  if (event.type === 'text') return event.text;
  return event.type === 'receipt' ? '1' : '';
}
