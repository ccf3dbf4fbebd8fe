import { hasFitMagic } from './fit/split-chain.ts';
import { refuse, type Refusal } from './parse-result.ts';
import { refusedDoctype } from './xml/parse-xml.ts';
import { readProlog } from './xml/read-prolog.ts';

export type DetectedFormat = { format: 'fit' } | { format: 'gpx' | 'tcx'; encoding: string };

/** By content: extensions lie. The name only explains what the content cannot (macOS side files). */
export function detectFormat(bytes: Uint8Array, nameHint = ''): DetectedFormat | Refusal {
  if (bytes.length === 0) {
    return refuse(
      'file_empty',
      'This file is empty (0 bytes). Copy it from the watch or export it again.',
    );
  }
  if (hasFitMagic(bytes)) return { format: 'fit' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) {
    return refuse(
      'format_zip',
      'This is a zip archive, not a single activity. Unpack it and upload the activity files, or use the archive upload.',
    );
  }
  if (startsWith(bytes, 0x00, 0x05, 0x16, 0x07) || /(?:^|[\\/])\._[^\\/]*$/u.test(nameHint)) {
    return refuse(
      'format_apple_double',
      'This is a side file that macOS adds when copying (its name starts with “._”). It holds no activity; upload the file of the same name without “._”.',
    );
  }
  return detectXml(bytes) ?? unknown;
}

const unknown = refuse(
  'format_unknown',
  'This is neither a FIT, a GPX nor a TCX file. Export the activity in one of these formats and upload it again.',
);

function detectXml(bytes: Uint8Array): DetectedFormat | Refusal | null {
  const prolog = readProlog(bytes);
  if (prolog === null) return null;
  const root = prolog.root?.toLowerCase();
  if (root === 'html' || root === 'head' || root === 'body') {
    return refuse(
      'format_html',
      'This is a web page, not an activity: probably a login page saved under the activity’s name. Sign in at the vendor’s website and download the file again.',
    );
  }
  if (prolog.doctype) return refusedDoctype;
  if (root === 'gpx') return { format: 'gpx', encoding: prolog.encoding };
  if (root === 'trainingcenterdatabase') return { format: 'tcx', encoding: prolog.encoding };
  return null;
}

function startsWith(bytes: Uint8Array, ...magic: number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
