export type XmlProlog = { encoding: string; doctype: boolean; root: string | null };

const LONGEST_PROLOG = 64 * 1024;

/** Null when the bytes are not XML at all. White space before the declaration is common in archives. */
export function readProlog(bytes: Uint8Array): XmlProlog | null {
  const mark = byteOrderMark(bytes);
  const text = new TextDecoder(mark ?? 'utf-8').decode(bytes.subarray(0, LONGEST_PROLOG));
  let at = skipBlanks(text, 0);
  if (text[at] !== '<') return null;
  let encoding = mark ?? 'utf-8';
  for (;;) {
    if (text.startsWith('<?', at)) {
      const end = text.indexOf('?>', at);
      if (end < 0) return { encoding, doctype: false, root: null };
      const declared = /^<\?xml\s[^>]*encoding\s*=\s*["']([\w.-]+)["']/u.exec(text.slice(at, end));
      if (declared?.[1] !== undefined && mark === null) encoding = knownEncoding(declared[1]);
      at = skipBlanks(text, end + 2);
    } else if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end < 0) return { encoding, doctype: false, root: null };
      at = skipBlanks(text, end + 3);
    } else {
      break;
    }
  }
  const head = text.slice(at, at + 9).toLowerCase();
  const doctype = head === '<!doctype';
  const rootAt = doctype ? text.slice(at).search(/<[a-z_][^>]*>/iu) + at : at;
  const name = /^<(?:[\w.-]+:)?([\w.-]+)/u.exec(text.slice(rootAt, rootAt + 200));
  return { encoding, doctype, root: name?.[1] ?? null };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return null;
}

function knownEncoding(label: string): string {
  // A declaration is ASCII-readable here, so one that claims UTF-16 is wrong about its own bytes.
  if (/^utf-?16/iu.test(label)) return 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\ufeff]/u.test(text[at]!)) at += 1;
  return at;
}
