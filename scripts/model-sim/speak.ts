import { nameFacts } from './name-facts.ts';
import type { EndReason, Reply } from './scenario.ts';
import type { SimRequest } from './sim-request.ts';
import type { Voice } from './voice.ts';

/** A reply as it goes over the wire: what counts as content, and what surrounds it. */
export type Spoken = {
  opening: string;
  frames: { bytes: string; isContent: boolean }[];
  ending: string[];
};

/** Small enough that placeholders and numbers arrive in pieces. */
const PIECE = 5;

export function speak(voice: Voice, reply: Reply, request: SimRequest): Spoken {
  const frames: Spoken['frames'] = [];
  let calls = 0;
  let reason: EndReason | 'calls' | 'garbled' = 'stop';
  let said = 0;
  for (const step of reply) {
    if ('say' in step) {
      const text = nameFacts(step.say, request.results);
      said += text.length;
      for (const piece of piecesOf(text))
        frames.push({ bytes: voice.text(piece), isContent: true });
    } else if ('think' in step) {
      const text = nameFacts(step.think, request.results);
      for (const piece of piecesOf(text)) {
        frames.push({ bytes: voice.thought(piece), isContent: false });
      }
    } else if ('call' in step) {
      addCall(step.call, JSON.stringify(step.args));
      reason = 'calls';
    } else if ('garble' in step) {
      reason = 'garbled';
      if (request.protocol === 'openai') addCall(step.garble, '{"n":');
    } else reason = step.end;
  }
  const usage = { prompt: 100 + request.question.length, completion: 1 + said };
  return { opening: voice.opening(), frames, ending: voice.finish(reason, usage) };

  function addCall(name: string, args: string): void {
    for (const bytes of voice.call(calls, name, args)) frames.push({ bytes, isContent: true });
    calls += 1;
  }
}

/** By code points: half a surrogate pair is something no server sends. */
function piecesOf(text: string): string[] {
  const points = Array.from(text);
  const pieces: string[] = [];
  for (let at = 0; at < points.length; at += PIECE) {
    pieces.push(points.slice(at, at + PIECE).join(''));
  }
  return pieces;
}
