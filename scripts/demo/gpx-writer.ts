import { ActivityWriteError } from './activity-write-error.ts';
import type { RecordedRun, Sample } from './recorded-run.ts';
import { BOUNDS, escapeXml, xmlNumber } from './xml-text.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Evensplit demo"
  xmlns="http://www.topografix.com/GPX/1/1"
  xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">`;

/**
 * GPX 1.1 with Garmin's TrackPointExtension v1. A pause ends a segment. The format has no distance and no laps: the
 * reader measures between the fixes, so a run without fixes cannot be written.
 */
export function writeGpx(run: RecordedRun): Uint8Array {
  const segments = segmentsOf(run).map(
    (samples) =>
      `  <trkseg>\n${samples.map((sample) => trackPoint(run, sample)).join('\n')}\n  </trkseg>`,
  );
  const text = `${HEAD}
 <metadata><time>${run.startedAt.toISOString()}</time></metadata>
 <trk>
  <name>${escapeXml(run.title)}</name>
  <type>running</type>
${segments.join('\n')}
 </trk>
</gpx>
`;
  return new TextEncoder().encode(text);
}

function segmentsOf({ samples, pauses }: RecordedRun): Sample[][] {
  if (samples.length === 0) {
    throw new ActivityWriteError('empty', 'samples', 'A run needs samples');
  }
  const ends = [...pauses.map((pause) => pause.fromS), Infinity];
  let from = -Infinity;
  return ends.map((to) => {
    const segment = samples.filter(({ elapsedS }) => elapsedS > from && elapsedS <= to);
    from = to;
    return segment;
  });
}

function trackPoint(run: RecordedRun, sample: Sample): string {
  if (sample.latDeg === null || sample.lonDeg === null) {
    throw new ActivityWriteError('missing', 'position', 'GPX cannot hold a run without positions');
  }
  const lat = xmlNumber('lat', sample.latDeg, 7, BOUNDS.latDeg);
  const lon = xmlNumber('lon', sample.lonDeg, 7, BOUNDS.lonDeg);
  const time = new Date(run.startedAt.getTime() + sample.elapsedS * 1000).toISOString();
  const elevation =
    sample.altitudeM === null
      ? ''
      : `<ele>${xmlNumber('ele', sample.altitudeM, 1, BOUNDS.altitudeM)}</ele>`;
  return `   <trkpt lat="${lat}" lon="${lon}">${elevation}<time>${time}</time>${extensions(sample)}</trkpt>`;
}

/** The schema fixes this order; cadence is strides per minute, as in the exports of watches. */
function extensions({ temperatureC, heartRateBpm, cadenceSpm }: Sample): string {
  const parts = [
    temperatureC === null ? '' : tag('atemp', temperatureC, BOUNDS.temperatureC),
    heartRateBpm === null ? '' : tag('hr', heartRateBpm, BOUNDS.heartRateBpm),
    cadenceSpm === null ? '' : tag('cad', cadenceSpm / 2, BOUNDS.strideRate),
  ].join('');
  if (parts === '') return '';
  return `<extensions><gpxtpx:TrackPointExtension>${parts}</gpxtpx:TrackPointExtension></extensions>`;
}

function tag(name: string, value: number, bounds: readonly [number, number]): string {
  return `<gpxtpx:${name}>${xmlNumber(name, value, 0, bounds)}</gpxtpx:${name}>`;
}
