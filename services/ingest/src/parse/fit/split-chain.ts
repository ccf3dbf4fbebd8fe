import { fitCrc } from './fit-crc.ts';

export type FitPiece = {
  /** Header, data and, where it exists, checksum: exactly what the header describes. */
  bytes: Uint8Array<ArrayBuffer>;
  headerSize: number;
  dataEnd: number;
  /** `missing` when the file ends before its own promise. */
  checksum: 'right' | 'wrong' | 'missing';
};

export type FitChain = { pieces: FitPiece[]; trailingBytes: number };

/** FIT files may be glued together; each has its own header, length and checksum, and its own numbering of messages. */
export function splitChain(bytes: Uint8Array<ArrayBuffer>): FitChain {
  const pieces: FitPiece[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const piece = readPiece(bytes.subarray(offset));
    if (piece === null) break;
    pieces.push(piece);
    offset += piece.bytes.length;
  }
  return { pieces, trailingBytes: bytes.length - offset };
}

export function hasFitMagic(bytes: Uint8Array): boolean {
  return bytes[8] === 0x2e && bytes[9] === 0x46 && bytes[10] === 0x49 && bytes[11] === 0x54;
}

function readPiece(rest: Uint8Array<ArrayBuffer>): FitPiece | null {
  if (rest.length < 12 || !hasFitMagic(rest)) return null;
  // A flipped bit in the size of the header is survivable: only two sizes exist.
  const headerSize = rest[0] === 12 ? 12 : 14;
  const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength);
  const promised = headerSize + view.getUint32(4, true);
  if (promised + 2 > rest.length) {
    return {
      bytes: rest,
      headerSize,
      dataEnd: Math.min(promised, rest.length),
      checksum: 'missing',
    };
  }
  const right =
    rest[0] === headerSize &&
    headerIsSound(rest, headerSize, view) &&
    fitCrc(rest.subarray(0, promised)) === view.getUint16(promised, true);
  const follows = rest.subarray(promised + 2);
  if (right || follows.length === 0 || hasFitMagic(follows)) {
    const bytes = rest.subarray(0, promised + 2);
    return { bytes, headerSize, dataEnd: promised, checksum: right ? 'right' : 'wrong' };
  }
  // Neither checksum nor successor confirms the promised length: inserted bytes may have pushed the end out.
  return { bytes: rest, headerSize, dataEnd: rest.length - 2, checksum: 'wrong' };
}

/** A zero header checksum means "not computed". */
function headerIsSound(rest: Uint8Array, headerSize: number, view: DataView): boolean {
  if (headerSize === 12) return true;
  const stored = view.getUint16(12, true);
  return stored === 0 || stored === fitCrc(rest.subarray(0, 12));
}
