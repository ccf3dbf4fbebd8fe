import type { ActivityFormat, ParsedActivity } from './parsed-activity.ts';

export const refusalCodes = [
  'file_empty',
  'file_unreadable',
  'file_too_large',
  'format_unknown',
  'format_html',
  'format_zip',
  'format_apple_double',
  'gzip_damaged',
  'fit_damaged',
  'fit_not_activity',
  'xml_damaged',
  'xml_doctype',
  'xml_too_deep',
  'gpx_route_only',
  'tcx_not_activity',
  'activity_empty',
  'times_missing',
  'times_unusable',
  'parse_timeout',
  'parse_memory',
  'parser_crashed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type WarningCode =
  | 'gzip_cut'
  | 'checksum_wrong'
  | 'file_cut'
  | 'data_skipped'
  | 'trailing_bytes'
  | 'strict_rules_broken'
  | 'totals_computed'
  | 'clock_repaired'
  | 'date_unknown'
  | 'left_open'
  | 'heart_rate_implausible'
  | 'samples_without_time'
  | 'part_skipped'
  | 'entity_unknown';

export type ParseWarning = { code: WarningCode; message: string };

export type Refusal = { outcome: 'refused'; code: RefusalCode; message: string };

/** `parsed`: whole; `partial`: the end is missing; `salvaged`: damaged, what could be trusted was kept. */
export type ReadOutcome = 'parsed' | 'partial' | 'salvaged';

export type ParsedFile = {
  outcome: ReadOutcome;
  format: ActivityFormat;
  activities: ParsedActivity[];
  warnings: ParseWarning[];
};

export type ParseResult = ParsedFile | Refusal;

/** Every message names what is wrong and what the athlete can do about it. */
export function refuse(code: RefusalCode, message: string): Refusal {
  return { outcome: 'refused', code, message };
}

const warningMessages: Record<WarningCode, string> = {
  gzip_cut: 'The compressed file ends too early; only its first part could be unpacked.',
  checksum_wrong:
    'The file’s checksum is wrong, so some bytes are damaged. Values that contradict the rest were left out; check the totals.',
  file_cut: 'The file ends too early: the last part of the activity is missing.',
  data_skipped: 'Part of the file could not be read and was skipped.',
  trailing_bytes: 'Something unreadable follows the activity in this file and was ignored.',
  strict_rules_broken: 'The file breaks rules of its format; it was read leniently.',
  totals_computed: 'The device wrote no summary; totals were computed from the samples.',
  clock_repaired:
    'The watch’s clock jumped during the recording; the samples were put back in order.',
  date_unknown:
    'The watch did not know the date when it recorded this activity. Set the right date yourself.',
  left_open: 'The recording stayed open for more than a day; its elapsed time says little.',
  heart_rate_implausible: 'The heart rate is too high to be true; it will not be used for zones.',
  samples_without_time: 'Points without a time were left out.',
  part_skipped: 'One part of this file holds no usable activity and was left out.',
  entity_unknown:
    'The file uses a character name that XML does not know; that text was kept as it stands.',
};

export function parseWarning(code: WarningCode): ParseWarning {
  return { code, message: warningMessages[code] };
}
