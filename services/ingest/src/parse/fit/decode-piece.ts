import FitParser from 'fit-file-parser';
import { fitCrc } from './fit-crc.ts';
import type { FitFields } from './fit-fields.ts';
import type { FitPiece } from './split-chain.ts';
import { findSoundRanges, type Gaps } from './find-sound-ranges.ts';
import { locateField, walkMessages } from './walk-messages.ts';

export type FitMessages = {
  of: (name: string) => readonly FitFields[];
  gaps: Gaps;
  /** The decoder's strict rules held. */
  strict: boolean;
};

const FIELD_DESCRIPTION = 206;
const FIELD_NAME = 3;
/** The decoder keeps one object per message: more than this would not fit into the child's memory. */
const MOST_MESSAGES = 400_000;
/** First character of every developer field's name as decoded; native names never begin with it. */
export const DEVELOPER_MARK = '~';

/**
 * fit-file-parser throws away everything when one message is broken or the length is wrong, so it gets a copy
 * of the whole messages only, with length and checksum to match. It also merges developer fields by name over
 * the native ones ("Power" over power): their names are marked in the copy, so native wins.
 */
export function decodePiece(piece: FitPiece): FitMessages | 'nothing' | 'too_many' | 'undecodable' {
  const { headerSize, dataEnd } = piece;
  const { ranges, gaps } = findSoundRanges(piece.bytes, headerSize, dataEnd);
  const whole = joinRanges(piece.bytes, headerSize, ranges);
  let messageCount = 0;
  walkMessages(whole, headerSize, whole.length - 2, (message) => {
    messageCount += 1;
    if (message.definition.global !== FIELD_DESCRIPTION) return;
    const name = locateField(message, FIELD_NAME);
    if (name !== null && whole[name.at] !== 0) whole[name.at] = DEVELOPER_MARK.charCodeAt(0);
  });
  if (messageCount === 0) return 'nothing';
  if (messageCount > MOST_MESSAGES) return 'too_many';

  seal(whole, headerSize);
  const strictly = decode(whole, false);
  const messages = strictly ?? decode(whole, true);
  if (messages === null) return 'undecodable';
  return {
    of: (name) => (Object.hasOwn(messages, name) ? (messages[name] ?? []) : []),
    gaps,
    strict: strictly !== null,
  };
}

function joinRanges(
  bytes: Uint8Array,
  headerSize: number,
  ranges: readonly [number, number][],
): Uint8Array<ArrayBuffer> {
  const size = ranges.reduce((all, [start, end]) => all + end - start, 0);
  const joined = new Uint8Array(headerSize + size + 2);
  joined.set(bytes.subarray(0, headerSize));
  let at = headerSize;
  for (const [start, end] of ranges) {
    joined.set(bytes.subarray(start, end), at);
    at += end - start;
  }
  return joined;
}

function seal(bytes: Uint8Array<ArrayBuffer>, headerSize: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dataEnd = bytes.length - 2;
  bytes[0] = headerSize;
  view.setUint32(4, dataEnd - headerSize, true);
  if (headerSize === 14) view.setUint16(12, 0, true);
  view.setUint16(dataEnd, fitCrc(bytes.subarray(0, dataEnd)), true);
}

function decode(
  bytes: Uint8Array<ArrayBuffer>,
  force: boolean,
): Record<string, FitFields[]> | null {
  let decoded: Record<string, FitFields[]> | null = null;
  try {
    const parser = new FitParser({ force, mode: 'list' });
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    parser.parse(buffer, (_error, data) => {
      decoded = (data?.messages as Record<string, FitFields[]> | undefined) ?? null;
    });
  } catch {
    return null;
  }
  return decoded;
}
