import FitParser from 'fit-file-parser';
import { fitCrc } from './fit-crc.ts';
import type { FitFields } from './fit-fields.ts';
import type { FitPiece } from './split-chain.ts';
import { walkMessages } from './walk-messages.ts';

export type FitMessages = {
  of: (name: string) => readonly FitFields[];
  /** The structure ended before the data did. */
  cutShort: boolean;
  /** The decoder's strict rules held. */
  strict: boolean;
};

const FIELD_DESCRIPTION = 206;
const FIELD_NAME = 3;
/** The decoder keeps one object per message: more than this would not fit into the child's memory. */
const MOST_MESSAGES = 600_000;
/** First character of every developer field's name as decoded; native names never begin with it. */
export const DEVELOPER_MARK = '~';

/**
 * fit-file-parser throws away everything when one message is broken or the length is wrong, so it gets a copy
 * that ends at the last whole message, with length and checksum to match. It also merges developer fields by
 * name over the native ones ("Power" over power): their names are marked in the copy, so native wins.
 */
export function decodePiece(piece: FitPiece): FitMessages | 'nothing' | 'too_many' | 'undecodable' {
  const { headerSize, dataEnd } = piece;
  const copy = new Uint8Array(dataEnd + 2);
  copy.set(piece.bytes.subarray(0, dataEnd));
  const walk = walkMessages(copy, headerSize, dataEnd, (global, field, offset, size) => {
    const named = global === FIELD_DESCRIPTION && field === FIELD_NAME && size > 0;
    if (named && copy[offset] !== 0) copy[offset] = DEVELOPER_MARK.charCodeAt(0);
  });
  let messageCount = 0;
  for (const count of walk.counts.values()) messageCount += count;
  if (messageCount === 0) return 'nothing';
  if (messageCount > MOST_MESSAGES) return 'too_many';

  const whole = seal(copy.subarray(0, walk.soundEnd + 2), headerSize);
  const strictly = decode(whole, false);
  const messages = strictly ?? decode(whole, true);
  if (messages === null) return 'undecodable';
  return {
    of: (name) => (Object.hasOwn(messages, name) ? (messages[name] ?? []) : []),
    cutShort: walk.broken,
    strict: strictly !== null,
  };
}

function seal(bytes: Uint8Array<ArrayBuffer>, headerSize: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dataEnd = bytes.length - 2;
  bytes[0] = headerSize;
  view.setUint32(4, dataEnd - headerSize, true);
  if (headerSize === 14) view.setUint16(12, 0, true);
  view.setUint16(dataEnd, fitCrc(bytes.subarray(0, dataEnd)), true);
  return bytes;
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
