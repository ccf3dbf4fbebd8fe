import type { DraftActivity } from '../draft-activity.ts';
import {
  parseWarning,
  refuse,
  type ParseWarning,
  type ReadOutcome,
  type Refusal,
} from '../parse-result.ts';
import { createGpxReader } from './read-gpx.ts';
import { createTcxReader } from './read-tcx.ts';
import { walkXml, type XmlEnd } from './walk-xml.ts';

export type XmlDrafts = { outcome: ReadOutcome; drafts: DraftActivity[]; warnings: ParseWarning[] };

type Contents = { drafts: DraftActivity[]; points: number; timedPoints: number; absent: Refusal };

export const refusedDoctype = refuse(
  'xml_doctype',
  'This file contains a document type declaration, which activity files never need and which can be used for attacks. Export the activity again from your app or watch.',
);

export function parseXml(
  bytes: Uint8Array,
  format: 'gpx' | 'tcx',
  encoding: string,
): XmlDrafts | Refusal {
  const reader = format === 'gpx' ? gpxContents() : tcxContents();
  const end = walkXml(bytes, encoding, reader.visitor);
  if (end.state === 'doctype') return refusedDoctype;
  if (end.state === 'too_deep') {
    return refuse(
      'xml_too_deep',
      'This file nests its elements far deeper than an activity does, so it was not read. Export the activity again from your app or watch.',
    );
  }
  return judge(reader.finish(), end);
}

function gpxContents() {
  const { visitor, finish } = createGpxReader();
  return {
    visitor,
    finish(): Contents {
      const { tracks, points, timedPoints, hasRoute } = finish();
      const absent = hasRoute
        ? refuse(
            'gpx_route_only',
            'This GPX file is a planned route, not a recorded run: it has no track. Upload the recording itself.',
          )
        : empty('GPX');
      return { drafts: tracks, points, timedPoints, absent };
    },
  };
}

function tcxContents() {
  const { visitor, finish } = createTcxReader();
  return {
    visitor,
    finish(): Contents {
      const { activities, points, timedPoints, otherContent } = finish();
      const absent =
        otherContent === null
          ? empty('TCX')
          : refuse(
              'tcx_not_activity',
              `This TCX file is a ${otherContent}, not a recorded activity. Upload the recording itself.`,
            );
      return { drafts: activities, points, timedPoints, absent };
    },
  };
}

function judge(
  { drafts, points, timedPoints, absent }: Contents,
  end: XmlEnd,
): XmlDrafts | Refusal {
  const incomplete = end.state === 'cut' || end.state === 'broken';
  const usable = drafts.filter(hasDuration);
  if (usable.length === 0 && incomplete) {
    return refuse(
      'xml_damaged',
      'This file breaks off or stops being readable too early: it holds no usable measurement. Export the activity again from your app or watch.',
    );
  }
  if (drafts.length === 0 && points === 0) return absent;
  if (timedPoints < points / 2) {
    return refuse(
      'times_missing',
      'The points of this file carry no times, so neither pace nor duration can be known. Export the activity with timestamps.',
    );
  }
  if (usable.length === 0) {
    return refuse(
      'times_unusable',
      'All points of this file carry the same time, so neither pace nor duration can be known. Export the activity again with correct timestamps.',
    );
  }
  const warnings: ParseWarning[] = [];
  if (incomplete) warnings.push(parseWarning(end.state === 'cut' ? 'file_cut' : 'data_skipped'));
  if (timedPoints < points) warnings.push(parseWarning('samples_without_time'));
  if (usable.length < drafts.length) warnings.push(parseWarning('part_skipped'));
  if (end.unknownEntities) warnings.push(parseWarning('entity_unknown'));
  return { outcome: incomplete ? 'partial' : 'parsed', drafts: usable, warnings };
}

function hasDuration(draft: DraftActivity): boolean {
  const { time } = draft.samples;
  return (draft.timerS ?? 0) > 0 || time.some((at) => at !== time[0]);
}

function empty(format: string): Refusal {
  return refuse(
    'activity_empty',
    `This ${format} file holds no recorded points. There is nothing to import; export the activity again or enter it by hand.`,
  );
}
