import type { Recording } from './recording.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The entries of a zip, from its central directory (APPNOTE 4.3.12 and 4.3.16). Only the directory is read here;
 * each entry is cut out and inflated when it is opened. Zip64 and encrypted entries are not understood and left out.
 */
export async function readZip(archive: Blob): Promise<Recording[]> {
  // The end record is 22 bytes and may be followed by a comment of at most 65,535.
  const tailStart = Math.max(0, archive.size - 22 - 65_535);
  const tail = new DataView(await archive.slice(tailStart).arrayBuffer());
  const end = findEnd(tail);
  if (end === null) throw new Error('This archive is damaged or not a zip file.');
  const directoryBytes = tail.getUint32(end + 12, true);
  const directoryStart = tail.getUint32(end + 16, true);
  const directory = new DataView(
    await archive.slice(directoryStart, directoryStart + directoryBytes).arrayBuffer(),
  );

  const entries: Recording[] = [];
  for (let at = 0; at + 46 <= directory.byteLength;) {
    if (directory.getUint32(at, true) !== DIRECTORY_ENTRY) break;
    const flags = directory.getUint16(at + 8, true);
    const method = directory.getUint16(at + 10, true);
    const packed = directory.getUint32(at + 20, true);
    const bytes = directory.getUint32(at + 24, true);
    const nameLength = directory.getUint16(at + 28, true);
    const skip = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    const offset = directory.getUint32(at + 42, true);
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength),
    );
    at += 46 + nameLength + skip;
    const readable = (flags & 1) === 0 && (method === STORED || method === DEFLATED);
    if (!readable || name.endsWith('/') || offset === 0xffffffff) continue;
    entries.push({ name, bytes, open: () => openEntry(archive, offset, packed, method) });
  }
  return entries;
}

function findEnd(tail: DataView): number | null {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

async function openEntry(
  archive: Blob,
  offset: number,
  packed: number,
  method: number,
): Promise<Blob> {
  const header = new DataView(await archive.slice(offset, offset + 30).arrayBuffer());
  // Name and extra field may be longer here than in the directory, so the data's start is read from here.
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const data = archive.slice(start, start + packed);
  if (method === STORED) return data;
  const inflated = data.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).blob();
}
