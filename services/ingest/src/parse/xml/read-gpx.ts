import type { DraftActivity } from '../draft-activity.ts';
import { createSampleBuffer, type SampleBuffer, type SampleColumn } from '../sample-buffer.ts';
import { emptyDraft } from './empty-draft.ts';
import { readNumber, readTime } from './read-value.ts';
import type { XmlVisitor } from './walk-xml.ts';

/** Two tracks this far apart are two activities; closer ones are one that some apps cut at every pause. */
const SEPARATE_MS = 3_600_000;
/** Some apps begin a segment at every lap or even point; only a longer hole can be a rest. */
const SEAM_MS = 10_000;

/**
 * Extension vocabularies (Garmin v1 and v2, Cluetrust, Movescount, Huami, Strava) by element name. A point may
 * carry two of them with the same value: the first reading counts.
 */
const readings: Record<string, SampleColumn> = {
  ele: 'altitude',
  hr: 'hr',
  heartrate: 'hr',
  cad: 'cadence',
  cadence: 'cadence',
  runcadence: 'cadence',
  atemp: 'temperature',
  temp: 'temperature',
  temperature: 'temperature',
  speed: 'speed',
  power: 'power',
  powerinwatts: 'power',
  distance: 'd',
};

type Track = {
  buffer: SampleBuffer;
  type: string | null;
  name: string | null;
  notes: string | null;
  segmentStarts: number[];
  pausesMs: [number, number][];
};

export type GpxContents = {
  tracks: DraftActivity[];
  points: number;
  timedPoints: number;
  hasRoute: boolean;
};

export function createGpxReader(): { visitor: XmlVisitor; finish: () => GpxContents } {
  const tracks: Track[] = [];
  let creator: string | null = null;
  let title: string | null = null;
  let type: string | null = null;
  let name: string | null = null;
  let notes: string | null = null;
  let newTrack = false;
  let newSegment = false;
  let points = 0;
  let timedPoints = 0;
  let hasRoute = false;
  let time: number | null = null;
  let lat: number | null = null;
  let lon: number | null = null;
  let values: Partial<Record<SampleColumn, number>> = {};

  function keepPoint(at: number): void {
    let track = tracks.at(-1);
    const last = track?.buffer.timeAt(track.buffer.length - 1) ?? Number.NaN;
    const continues =
      track !== undefined && track.type === type && at >= last - 5000 && at - last < SEPARATE_MS;
    if (track === undefined || (newTrack && !continues)) {
      track = { buffer: createSampleBuffer(), type, name, notes, segmentStarts: [], pausesMs: [] };
      tracks.push(track);
    } else if (newSegment && track.buffer.length > 0) {
      track.segmentStarts.push(track.buffer.length);
      if (at - last > SEAM_MS) track.pausesMs.push([last, at]);
    }
    newTrack = false;
    newSegment = false;
    timedPoints += 1;
    track.buffer.push(at);
    track.buffer.setFix(lat, lon);
    for (const column of Object.keys(values) as SampleColumn[])
      track.buffer.set(column, values[column]);
  }

  const visitor: XmlVisitor = {
    open(element, attributes) {
      if (element === 'trkpt') {
        time = null;
        values = {};
        [lat, lon] = [readNumber(attributes['lat']), readNumber(attributes['lon'])];
      } else if (element === 'trkseg') newSegment = true;
      else if (element === 'trk') {
        newTrack = true;
        [type, name, notes] = [null, null, null];
      } else if (element === 'rte') hasRoute = true;
      else if (element === 'gpx') creator = attributes['creator'] ?? null;
    },
    close(element, text, parents) {
      const parent = parents.at(-1);
      if (element === 'trkpt') {
        points += 1;
        if (time !== null) keepPoint(time);
      } else if (parent === 'trk' && element === 'type') type = text.trim() || null;
      else if (parent === 'trk' && element === 'name') name = text;
      else if (parent === 'trk' && (element === 'desc' || element === 'cmt')) notes ??= text;
      else if (parent === 'metadata' && element === 'name') title = text;
      else if (parents.includes('trkpt')) {
        if (element === 'time' && parent === 'trkpt') time ??= readTime(text);
        const column = readings[element.toLowerCase()];
        const value = column === undefined ? null : readNumber(text);
        if (column !== undefined && value !== null) values[column] ??= value;
      }
    },
  };

  return {
    visitor,
    finish: () => ({
      points,
      timedPoints,
      hasRoute,
      tracks: tracks.map((track) => ({
        ...emptyDraft('gpx', track.type, track.buffer),
        recordCount: track.buffer.length,
        name: track.name ?? title,
        notes: track.notes,
        deviceName: creator,
        segmentStarts: track.segmentStarts,
        pausesMs: track.pausesMs,
      })),
    }),
  };
}
