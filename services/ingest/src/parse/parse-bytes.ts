import { detectFormat } from './detect-format.ts';
import { finishActivity } from './finish-activity.ts';
import { parseFit } from './fit/parse-fit.ts';
import type { ParsedActivity } from './parsed-activity.ts';
import { parseWarning, type ParseResult, type ParseWarning } from './parse-result.ts';
import { unwrapGzip } from './unwrap-gzip.ts';
import { parseXml } from './xml/parse-xml.ts';

/**
 * The whole of parsing as one pure function: bytes in, activities or a reason out. It never throws on account
 * of the bytes, but it may need much time and memory: services call it through the parser pool.
 */
export function parseBytes(bytes: Uint8Array<ArrayBuffer>, nameHint?: string): ParseResult {
  const unwrapped = unwrapGzip(bytes);
  if ('outcome' in unwrapped) return unwrapped;
  const detected = detectFormat(unwrapped.bytes, nameHint);
  if ('outcome' in detected) return detected;
  const read =
    detected.format === 'fit'
      ? parseFit(unwrapped.bytes)
      : parseXml(unwrapped.bytes, detected.format, detected.encoding);
  if (read.outcome === 'refused') return read;

  const activities = read.drafts.map((draft, i) =>
    finishActivity(draft, { index: i + 1, of: read.drafts.length }),
  );
  const warnings = [...read.warnings, ...activities.flatMap(warnAbout)];
  if (unwrapped.cut) warnings.unshift(parseWarning('gzip_cut'));
  const outcome = unwrapped.cut && read.outcome === 'parsed' ? 'partial' : read.outcome;
  return { outcome, format: detected.format, activities, warnings: distinct(warnings) };
}

function warnAbout({ provenance }: ParsedActivity): ParseWarning[] {
  const { clockFlags, heartRate } = provenance;
  const warnings: ParseWarning[] = [];
  if (clockFlags.includes('date_unknown')) warnings.push(parseWarning('date_unknown'));
  if (clockFlags.includes('left_open')) warnings.push(parseWarning('left_open'));
  if (clockFlags.some((flag) => flag !== 'date_unknown' && flag !== 'left_open')) {
    warnings.push(parseWarning('clock_repaired'));
  }
  if (heartRate === 'implausible') warnings.push(parseWarning('heart_rate_implausible'));
  return warnings;
}

function distinct(warnings: ParseWarning[]): ParseWarning[] {
  return [...new Map(warnings.map((warning) => [warning.code, warning])).values()];
}
