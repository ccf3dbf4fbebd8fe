import type { TurnErrorCode } from '@evensplit/contracts';
import { ResponderFailure, type ResponderEvent, type Retraction } from './responder.ts';
import type { Speech } from './speak.ts';
import { untilAborted } from './until-aborted.ts';

export type Consulted =
  | { outcome: 'answered' }
  /** Nothing was said: the next responder may try. */
  | { outcome: 'silent'; error?: unknown }
  /** Took back what it said: the baseline answers instead. */
  | { outcome: 'retracted'; because: Retraction }
  /** Broke off after its first words. */
  | { outcome: 'broke_off'; code: TurnErrorCode; error?: unknown };

/** Where a responder's words go; an answer that is written ahead of time has no log of events. */
export type Listener = Pick<Speech, 'say' | 'mention' | 'status' | 'strike'>;

/** Asks one responder and passes on what it says. Returns early, whatever was said, when the signal fires. */
export async function consult<Question>(
  responder: { respond(question: Question, signal: AbortSignal): AsyncIterable<ResponderEvent> },
  question: Question,
  speech: Listener,
  signal: AbortSignal,
): Promise<Consulted> {
  let spoke = false;
  try {
    for await (const event of untilAborted(responder.respond(question, signal), signal)) {
      switch (event.type) {
        case 'text':
          speech.say(event.text);
          spoke ||= event.text.trim() !== '';
          break;
        case 'receipt':
          speech.mention(event.fact, event.as);
          spoke = true;
          break;
        case 'status':
          speech.status(event.phase, event.tool);
          break;
        case 'strike':
          speech.strike();
          break;
        case 'retract':
          return { outcome: 'retracted', because: event.because };
        case 'end':
          return spoke ? { outcome: 'answered' } : { outcome: 'silent' };
      }
    }
    return spoke ? { outcome: 'broke_off', code: 'upstream_truncated' } : { outcome: 'silent' };
  } catch (error) {
    if (!spoke) return { outcome: 'silent', error };
    const code = error instanceof ResponderFailure ? error.code : 'internal';
    return { outcome: 'broke_off', code, error };
  }
}
