/**
 * The framing of a FIT file without its meaning. It tells how far the message structure holds, so that the
 * decoder is only ever given whole messages: a damaged or cut file keeps everything before the damage.
 */
type Definition = {
  global: number;
  size: number;
  /** Left out on the wire when a message has a compressed timestamp header. */
  leadingTimestampSize: number;
  fields: [number: number, size: number][];
  end: number;
};

export type MessageWalk = {
  /** Offset behind the last whole message. */
  soundEnd: number;
  /** The structure broke (instead of just ending) at `soundEnd`. */
  broken: boolean;
  counts: Map<number, number>;
};

export function walkMessages(
  bytes: Uint8Array,
  start: number,
  end: number,
  onField?: (global: number, field: number, offset: number, size: number) => void,
): MessageWalk {
  const definitions = new Map<number, Definition>();
  const counts = new Map<number, number>();
  let at = start;
  while (at < end) {
    const header = bytes[at]!;
    const compressed = (header & 0x80) !== 0;
    if (!compressed && (header & 0x40) !== 0) {
      const definition = readDefinition(bytes, at, end);
      if (definition === null) return { soundEnd: at, broken: true, counts };
      definitions.set(header & 15, definition);
      at = definition.end;
      continue;
    }
    const definition = definitions.get(compressed ? (header >> 5) & 3 : header & 15);
    if (definition === undefined || (!compressed && (header & 0x30) !== 0)) {
      return { soundEnd: at, broken: true, counts };
    }
    const skipped = compressed ? definition.leadingTimestampSize : 0;
    const next = at + 1 + definition.size - skipped;
    if (next > end) return { soundEnd: at, broken: true, counts };
    if (onField !== undefined) {
      let offset = at + 1;
      for (const [number, size] of definition.fields) {
        if (skipped > 0 && number === 253) continue;
        onField(definition.global, number, offset, size);
        offset += size;
      }
    }
    counts.set(definition.global, (counts.get(definition.global) ?? 0) + 1);
    at = next;
  }
  return { soundEnd: at, broken: false, counts };
}

function readDefinition(bytes: Uint8Array, at: number, end: number): Definition | null {
  if (at + 6 > end) return null;
  const architecture = bytes[at + 2]!;
  if (architecture > 1) return null;
  const littleEndian = architecture === 0;
  const [low, high] = littleEndian
    ? [bytes[at + 3]!, bytes[at + 4]!]
    : [bytes[at + 4]!, bytes[at + 3]!];
  const fieldCount = bytes[at + 5]!;
  let next = at + 6 + fieldCount * 3;
  const developerCount = (bytes[at]! & 0x20) === 0 ? 0 : next < end ? bytes[next]! : 256;
  if ((bytes[at]! & 0x20) !== 0) next += 1;
  const developerStart = next;
  next += developerCount * 3;
  if (next > end) return null;

  let size = 0;
  const fields: [number, number][] = [];
  for (let i = at + 6; i < at + 6 + fieldCount * 3; i += 3) {
    fields.push([bytes[i]!, bytes[i + 1]!]);
    size += bytes[i + 1]!;
  }
  for (let i = developerStart; i < next; i += 3) size += bytes[i + 1]!;
  return {
    global: low | (high << 8),
    size,
    leadingTimestampSize: fields[0]?.[0] === 253 ? fields[0][1] : 0,
    fields,
    end: next,
  };
}
