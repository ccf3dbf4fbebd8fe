import type { DraftActivity } from '../draft-activity.ts';
import {
  parseWarning,
  refuse,
  type ParseWarning,
  type ReadOutcome,
  type Refusal,
} from '../parse-result.ts';
import { decodePiece, type FitMessages } from './decode-piece.ts';
import { draftSessions } from './draft-sessions.ts';
import type { FitFields } from './fit-fields.ts';
import { otherKind } from './file-kind.ts';
import { splitChain, type FitPiece } from './split-chain.ts';
import { trustDamaged } from './trust-damaged.ts';

export type Drafts = { outcome: ReadOutcome; drafts: DraftActivity[]; warnings: ParseWarning[] };

const damaged = refuse(
  'fit_damaged',
  'This FIT file is damaged and nothing in it can be trusted. Copy it from the watch again, or export the activity from the vendor’s website.',
);
/** The longest multi-sport events have a few dozen parts. */
const MOST_SESSIONS = 100;
const severity: Record<ReadOutcome, number> = { parsed: 0, partial: 1, salvaged: 2 };

/** A chain keeps what can be read: a bad second file never costs the athlete the first. */
export function parseFit(bytes: Uint8Array<ArrayBuffer>): Drafts | Refusal {
  const chain = splitChain(bytes);
  const result: Drafts = { outcome: 'parsed', drafts: [], warnings: [] };
  let refusal: Refusal | null = null;
  for (const decoded of decodeChain(chain.pieces)) {
    const read = readPiece(decoded);
    if (read.outcome === 'refused') {
      refusal ??= read;
      continue;
    }
    result.drafts.push(...read.drafts);
    result.warnings.push(...read.warnings);
    if (severity[read.outcome] > severity[result.outcome]) result.outcome = read.outcome;
  }
  if (result.drafts.length === 0) return refusal ?? damaged;
  if (refusal !== null || chain.trailingBytes > 0)
    result.warnings.push(parseWarning('trailing_bytes'));
  return result;
}

type DecodedPiece = {
  piece: FitPiece;
  messages: ReturnType<typeof decodePiece>;
  heartBeats: FitFields[];
  beatsDamaged: boolean;
};

/** A strap's stored heart rate is appended as a FIT file of its own, without records: it belongs to the one before. */
function decodeChain(pieces: readonly FitPiece[]): DecodedPiece[] {
  const decoded: DecodedPiece[] = [];
  for (const piece of pieces) {
    const messages = decodePiece(piece);
    const heartBeats = typeof messages === 'string' ? [] : messages.of('hr');
    const previous = decoded.at(-1);
    const onlyBeats =
      typeof messages !== 'string' &&
      heartBeats.length > 0 &&
      messages.of('record').length + messages.of('session').length === 0;
    if (onlyBeats && previous !== undefined) {
      for (const beat of heartBeats) previous.heartBeats.push(beat);
      previous.beatsDamaged ||= piece.checksum !== 'right';
    } else {
      decoded.push({ piece, messages, heartBeats: [...heartBeats], beatsDamaged: false });
    }
  }
  return decoded;
}

function readPiece({ piece, messages, heartBeats, beatsDamaged }: DecodedPiece): Drafts | Refusal {
  if (messages === 'too_many') {
    return refuse(
      'file_too_large',
      'This FIT file holds more measurements than a single activity can have. Split it with your vendor’s tools and upload the parts.',
    );
  }
  if (typeof messages === 'string') return damaged;
  const kind = otherKind(messages.of('file_id'));
  if (kind !== null) {
    return refuse(
      'fit_not_activity',
      `This FIT file is ${kind}, not a recorded activity. Upload the file of the run itself, usually found in the watch’s Activity folder.`,
    );
  }
  if (messages.of('session').length > MOST_SESSIONS) return damaged;
  const judged = judge(piece, messages);
  if (judged === null) return damaged;
  const { records, sessions, laps, outcome, warnings } = judged;
  if (records.length === 0 && sessions.length === 0) {
    return refuse(
      'activity_empty',
      'This FIT file was started as an activity but holds no measurements. There is nothing to import; enter the run by hand if you remember it.',
    );
  }
  if (sessions.length === 0) warnings.push(parseWarning('totals_computed'));
  if (beatsDamaged) warnings.push(parseWarning('checksum_wrong'));
  const drafts = draftSessions({ messages, heartBeats, records, sessions, laps });
  return { outcome: beatsDamaged ? 'salvaged' : outcome, drafts, warnings };
}

function judge(piece: FitPiece, messages: FitMessages) {
  const records = messages.of('record');
  const sessions = messages.of('session');
  const laps = messages.of('lap');
  const warnings: ParseWarning[] = [];
  if (!messages.strict) warnings.push(parseWarning('strict_rules_broken'));
  if (piece.checksum === 'right') {
    const whole = messages.gaps === 'none';
    if (!whole) warnings.push(parseWarning('data_skipped'));
    const outcome: ReadOutcome = whole ? 'parsed' : 'salvaged';
    return { records, sessions, laps, warnings, outcome };
  }
  const missing = piece.checksum === 'missing';
  const trusted = trustDamaged(records, sessions, laps, missing);
  if (trusted === null) return null;
  const onlyCut = missing && messages.gaps !== 'inside';
  if (!missing) warnings.push(parseWarning('checksum_wrong'));
  if (onlyCut) warnings.push(parseWarning('file_cut'));
  if (trusted.dropped > 0 || (messages.gaps !== 'none' && !onlyCut)) {
    warnings.push(parseWarning('data_skipped'));
  }
  const outcome: ReadOutcome = onlyCut ? 'partial' : 'salvaged';
  return { ...trusted, warnings, outcome };
}
