/** The framing of a FIT file without its meaning: where each message begins and ends, and what it is. */
type Definition = {
  global: number;
  size: number;
  littleEndian: boolean;
  /** Left out on the wire when a message has a compressed timestamp header. */
  leadingTimestampSize: number;
  fields: [number: number, size: number][];
};

/** By local message number; never changed in place, so that a walk can go back to what held earlier. */
export type Definitions = ReadonlyMap<number, Definition>;

export type DataMessage = {
  definition: Definition;
  definitions: Definitions;
  compressed: boolean;
  /** Offset of the first field. */
  dataAt: number;
  next: number;
};

export type MessageWalk = {
  /** Offset behind the last whole message. */
  soundEnd: number;
  /** The structure broke, or ended inside a message, at `soundEnd`. */
  broken: boolean;
};

export function walkMessages(
  bytes: Uint8Array,
  start: number,
  end: number,
  onMessage: (message: DataMessage) => void | 'stop',
  known: Definitions = new Map(),
): MessageWalk {
  let definitions = known;
  let at = start;
  while (at < end) {
    const header = bytes[at]!;
    const compressed = (header & 0x80) !== 0;
    if (!compressed && (header & 0x40) !== 0) {
      const read = readDefinition(bytes, at, end);
      if (read === null) return { soundEnd: at, broken: true };
      definitions = new Map(definitions).set(header & 15, read.definition);
      at = read.end;
      continue;
    }
    const definition = definitions.get(compressed ? (header >> 5) & 3 : header & 15);
    if (definition === undefined || (!compressed && (header & 0x30) !== 0)) {
      return { soundEnd: at, broken: true };
    }
    const skipped = compressed ? definition.leadingTimestampSize : 0;
    const next = at + 1 + definition.size - skipped;
    if (next > end) return { soundEnd: at, broken: true };
    const verdict = onMessage({ definition, definitions, compressed, dataAt: at + 1, next });
    at = next;
    if (verdict === 'stop') break;
  }
  return { soundEnd: at, broken: false };
}

/** Offset and size of a field inside a message, or null when the message does not carry it. */
export function locateField(
  message: DataMessage,
  field: number,
): { at: number; size: number } | null {
  let at = message.dataAt;
  for (const [number, size] of message.definition.fields) {
    const onWire = !(message.compressed && number === 253 && at === message.dataAt);
    if (number === field) return onWire ? { at, size } : null;
    if (onWire) at += size;
  }
  return null;
}

function readDefinition(
  bytes: Uint8Array,
  at: number,
  end: number,
): { definition: Definition; end: number } | null {
  if (at + 6 > end) return null;
  const architecture = bytes[at + 2]!;
  if (architecture > 1) return null;
  const littleEndian = architecture === 0;
  const [first, second] = [bytes[at + 3]!, bytes[at + 4]!];
  const fieldCount = bytes[at + 5]!;
  const nativeEnd = at + 6 + fieldCount * 3;
  const hasDeveloperFields = (bytes[at]! & 0x20) !== 0;
  if (nativeEnd + (hasDeveloperFields ? 1 : 0) > end) return null;
  const developerStart = nativeEnd + (hasDeveloperFields ? 1 : 0);
  const definitionEnd = developerStart + (hasDeveloperFields ? bytes[nativeEnd]! * 3 : 0);
  if (definitionEnd > end) return null;

  let size = 0;
  const fields: [number, number][] = [];
  for (let i = at + 6; i < nativeEnd; i += 3) {
    fields.push([bytes[i]!, bytes[i + 1]!]);
    size += bytes[i + 1]!;
  }
  for (let i = developerStart; i < definitionEnd; i += 3) size += bytes[i + 1]!;
  const definition = {
    global: littleEndian ? first | (second << 8) : second | (first << 8),
    size,
    littleEndian,
    leadingTimestampSize: fields[0]?.[0] === 253 ? fields[0][1] : 0,
    fields,
  };
  return { definition, end: definitionEnd };
}
