import { locateField, walkMessages, type DataMessage, type Definitions } from './walk-messages.ts';

const RECORD = 20;
const TIMESTAMP = 253;
const DAY_S = 86_400;
const STEP_BACK_S = 60;
const USUAL_STEP_S = 300;
const MOST_BREAKS = 1000;
const SCAN_BYTES = 256 * 1024;
/** So many messages in a row must make sense before a place counts as found again: chance does not do that. */
const PROOF_MESSAGES = 8;
const PROOF_RECORDS = 4;

/** Bytes that belong to no whole message: none, only at the end (a cut file), or in between. */
export type Gaps = 'none' | 'end' | 'inside';
export type SoundRanges = { ranges: [start: number, end: number][]; gaps: Gaps };

/**
 * The stretches of a file that are whole messages. A few lost bytes shift everything behind them, so after a
 * break the walk goes back to the last record with a believable time and looks for the next place where
 * records with believable times follow one another: a phone that lost three bytes keeps its run.
 */
export function findSoundRanges(bytes: Uint8Array, start: number, end: number): SoundRanges {
  const ranges: [number, number][] = [];
  let definitions: Definitions = new Map();
  let lastTime: number | null = null;
  let doubtful: number | null = null;
  let at = start;
  for (let breaks = 0; ; breaks++) {
    let anchor = at;
    const walk = walkMessages(
      bytes,
      at,
      end,
      (message) => {
        const time = recordTime(bytes, message);
        if (time === null || !believable(time, lastTime)) return;
        // One damaged time far ahead would make every later record look past: a leap needs a second witness.
        const leaps = lastTime !== null && time > lastTime + USUAL_STEP_S;
        const confirmed = doubtful !== null && Math.abs(time - doubtful) <= USUAL_STEP_S;
        doubtful = time;
        if (leaps && !confirmed) return;
        lastTime = time;
        anchor = message.next;
        definitions = message.definitions;
      },
      definitions,
    );
    const known: number | null = lastTime;
    const resumed =
      walk.broken && known !== null && breaks < MOST_BREAKS
        ? findAgain(bytes, anchor, end, definitions, known)
        : null;
    if (resumed === null) {
      ranges.push([at, walk.soundEnd]);
      return { ranges, gaps: breaks > 0 ? 'inside' : walk.broken ? 'end' : 'none' };
    }
    ranges.push([at, anchor]);
    at = resumed;
  }
}

function findAgain(
  bytes: Uint8Array,
  from: number,
  end: number,
  definitions: Definitions,
  lastTime: number,
): number | null {
  const last = Math.min(end, from + SCAN_BYTES);
  for (let at = from + 1; at < last; at++) {
    if (holds(bytes, at, end, definitions, lastTime)) return at;
  }
  return null;
}

function holds(
  bytes: Uint8Array,
  at: number,
  end: number,
  definitions: Definitions,
  lastTime: number,
): boolean {
  let messages = 0;
  let records = 0;
  let time = lastTime;
  let absurd = false;
  const walk = walkMessages(
    bytes,
    at,
    end,
    (message) => {
      messages += 1;
      const next = recordTime(bytes, message);
      if (next !== null && !believable(next, time)) absurd = true;
      // The first message found must itself be a record, or the search would stop inside garbage before one.
      if (messages === 1 && next === null) absurd = true;
      if (next !== null) [time, records] = [next, records + 1];
      return absurd || messages === PROOF_MESSAGES ? 'stop' : undefined;
    },
    definitions,
  );
  if (absurd || walk.broken) return false;
  return records >= PROOF_RECORDS;
}

/** FIT seconds of a record, or null for other messages and for compressed headers. */
function recordTime(bytes: Uint8Array, message: DataMessage): number | null {
  if (message.definition.global !== RECORD) return null;
  const field = locateField(message, TIMESTAMP);
  if (field === null || field.size !== 4) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + field.at, 4);
  const time = view.getUint32(0, message.definition.littleEndian);
  return time === 0xffffffff ? null : time;
}

function believable(time: number, last: number | null): boolean {
  return last === null || (time >= last - STEP_BACK_S && time <= last + DAY_S);
}
