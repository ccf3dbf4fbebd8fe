import { constants, gunzipSync } from 'node:zlib';
import { refuse, type Refusal } from './parse-result.ts';

export const MOST_BYTES = 50 * 1024 * 1024;
/** Archives compress what was compressed already; a third layer is nobody's export. */
const DEEPEST = 2;

export type Unwrapped = { bytes: Uint8Array<ArrayBuffer>; cut: boolean };

export const refusedSize = refuse(
  'file_too_large',
  'This file is larger than 50 MB once unpacked, which no single activity needs. Split it with your vendor’s tools and upload the parts.',
);
const refusedGzip = refuse(
  'gzip_damaged',
  'This compressed file is damaged and cannot be unpacked. Download or export it again.',
);

export function unwrapGzip(bytes: Uint8Array<ArrayBuffer>): Unwrapped | Refusal {
  let unwrapped: Unwrapped = { bytes, cut: false };
  for (let layer = 0; layer < DEEPEST && isGzip(unwrapped.bytes); layer++) {
    const inner = inflate(unwrapped.bytes);
    if ('outcome' in inner) return inner;
    unwrapped = { bytes: inner.bytes, cut: unwrapped.cut || inner.cut };
  }
  if (isGzip(unwrapped.bytes)) return refusedGzip;
  return unwrapped.bytes.length > MOST_BYTES ? refusedSize : unwrapped;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function inflate(bytes: Uint8Array<ArrayBuffer>): Unwrapped | Refusal {
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: MOST_BYTES }), cut: false };
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return refusedSize;
    if (codeOf(error) !== 'Z_BUF_ERROR') return refusedGzip;
  }
  try {
    // The stream ends too early: hand out what it held until then.
    const options = { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
    const inner = gunzipSync(bytes, options);
    return inner.length === 0 ? refusedGzip : { bytes: inner, cut: true };
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? refusedSize : refusedGzip;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
