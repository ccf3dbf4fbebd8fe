import { ActivityWriteError } from './activity-write-error.ts';
import { fitCrc } from './fit-crc.ts';

const HEADER_BYTES = 14;
const CRC_BYTES = 2;
const PROTOCOL_2_0 = 0x20;
const PROFILE_21_32 = 2132;

/** Code on the wire, width, smallest and largest value that means something, and the one that means "nothing". */
const BASE_TYPES = {
  enum: { code: 0x00, bytes: 1, low: 0, high: 0xfe, invalid: 0xff },
  sint8: { code: 0x01, bytes: 1, low: -0x80, high: 0x7e, invalid: 0x7f },
  uint8: { code: 0x02, bytes: 1, low: 0, high: 0xfe, invalid: 0xff },
  uint16: { code: 0x84, bytes: 2, low: 0, high: 0xfffe, invalid: 0xffff },
  sint32: { code: 0x85, bytes: 4, low: -0x80000000, high: 0x7ffffffe, invalid: 0x7fffffff },
  uint32: { code: 0x86, bytes: 4, low: 0, high: 0xfffffffe, invalid: 0xffffffff },
  uint32z: { code: 0x8c, bytes: 4, low: 1, high: 0xffffffff, invalid: 0 },
} as const;

export type FitNumberField = {
  name: string;
  number: number;
  type: keyof typeof BASE_TYPES;
  /** Stored value = (value + offset) · scale. */
  scale?: number;
  offset?: number;
  /** Bounds of meaning that are tighter than the base type, in stored units. */
  low?: number;
  high?: number;
};
type FitTextField = { name: string; number: number; type: 'string'; bytes: number };
export type FitField = FitNumberField | FitTextField;
export type FitMessage = { name: string; global: number; fields: readonly FitField[] };
export type FitValues = Record<string, number | string | null | undefined>;

export type FitEncoder = {
  /** Announces the layout under one of the 16 local numbers; a number may be announced again with another layout. */
  define(local: number, message: FitMessage): void;
  /** Values by field name; a field without a value gets its type's "nothing". */
  write(local: number, values: FitValues): void;
  finish(): Uint8Array;
};

/** Little-endian FIT, protocol 2.0: a 14-byte header with its own CRC, messages, a CRC over everything. */
export function createFitEncoder(expectedBytes = 4096): FitEncoder {
  let bytes = new Uint8Array(HEADER_BYTES + CRC_BYTES + expectedBytes);
  let view = new DataView(bytes.buffer);
  let end = HEADER_BYTES;
  const layouts = new Map<number, { message: FitMessage; size: number }>();

  function reserve(size: number): void {
    if (end + size + CRC_BYTES <= bytes.length) return;
    const larger = new Uint8Array(2 * (bytes.length + size));
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  }

  function define(local: number, message: FitMessage): void {
    if (!Number.isInteger(local) || local < 0 || local > 15) {
      throw new ActivityWriteError('out_of_range', message.name, `No local message ${local}`);
    }
    reserve(6 + 3 * message.fields.length);
    bytes[end] = 0x40 | local;
    view.setUint16(end + 3, message.global, true);
    bytes[end + 5] = message.fields.length;
    end += 6;
    for (const field of message.fields) {
      bytes[end] = field.number;
      bytes[end + 1] = widthOf(field);
      bytes[end + 2] = field.type === 'string' ? 0x07 : BASE_TYPES[field.type].code;
      end += 3;
    }
    const size = message.fields.reduce((sum, field) => sum + widthOf(field), 0);
    layouts.set(local, { message, size });
  }

  function write(local: number, values: FitValues): void {
    const layout = layouts.get(local);
    if (!layout) {
      throw new ActivityWriteError('missing', String(local), `Local message ${local} is undefined`);
    }
    reserve(1 + layout.size);
    bytes[end++] = local;
    for (const field of layout.message.fields) {
      const value = values[field.name];
      if (field.type === 'string') {
        writeText(field, typeof value === 'string' ? value : '');
      } else if (value === null || value === undefined) {
        writeNumber(field, BASE_TYPES[field.type].invalid);
      } else {
        writeNumber(field, storedValue(layout.message, field, value));
      }
    }
  }

  function writeNumber(field: FitNumberField, stored: number): void {
    switch (BASE_TYPES[field.type].bytes) {
      case 1:
        bytes[end] = stored;
        end += 1;
        return;
      case 2:
        view.setUint16(end, stored, true);
        end += 2;
        return;
      case 4:
        // Two's complement: the same four bytes serve signed and unsigned.
        view.setUint32(end, stored, true);
        end += 4;
    }
  }

  /** NUL-terminated inside its fixed width, which the zeroed tail of the buffer already provides. */
  function writeText(field: FitTextField, text: string): void {
    const encoded = new TextEncoder().encode(text);
    if (encoded.length >= field.bytes) {
      throw new ActivityWriteError(
        'out_of_range',
        field.name,
        `${field.name} is too long: ${text}`,
      );
    }
    bytes.set(encoded, end);
    end += field.bytes;
  }

  function finish(): Uint8Array {
    bytes[0] = HEADER_BYTES;
    bytes[1] = PROTOCOL_2_0;
    view.setUint16(2, PROFILE_21_32, true);
    view.setUint32(4, end - HEADER_BYTES, true);
    bytes.set(new TextEncoder().encode('.FIT'), 8);
    view.setUint16(12, fitCrc(bytes.subarray(0, 12)), true);
    view.setUint16(end, fitCrc(bytes.subarray(0, end)), true);
    return bytes.slice(0, end + CRC_BYTES);
  }

  return { define, write, finish };
}

function widthOf(field: FitField): number {
  return field.type === 'string' ? field.bytes : BASE_TYPES[field.type].bytes;
}

/** A stored value on the sentinel or beyond the type would be read as "nothing" or as something else entirely. */
function storedValue(message: FitMessage, field: FitNumberField, value: number | string): number {
  const label = `${message.name}.${field.name}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ActivityWriteError('not_a_number', label, `${label} is not a number: ${value}`);
  }
  const stored = Math.round((value + (field.offset ?? 0)) * (field.scale ?? 1));
  const type = BASE_TYPES[field.type];
  if (stored < (field.low ?? type.low) || stored > (field.high ?? type.high)) {
    throw new ActivityWriteError('out_of_range', label, `${label} cannot hold ${value}`);
  }
  return stored;
}
