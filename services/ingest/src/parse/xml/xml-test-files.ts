export type TestPoint = { at?: number; lat?: number; lon?: number; extra?: string };

export const START = '2024-05-01T06:00:00.000Z';
const startMs = Date.parse(START);

export function at(second: number): string {
  return new Date(startMs + second * 1000).toISOString();
}

/** Points due north, one a second: 0.00003 degrees are 3.336 m. */
export function northward(count: number, from = 0): TestPoint[] {
  return Array.from({ length: count }, (_, i) => ({
    at: from + i,
    lat: 50 + (from + i) * 0.000_03,
    lon: 14,
  }));
}

export function trkpt({ at: second, lat = 50, lon = 14, extra = '' }: TestPoint): string {
  const time = second === undefined ? '' : `<time>${at(second)}</time>`;
  return `<trkpt lat="${lat}" lon="${lon}"><ele>200</ele>${time}${extra}</trkpt>`;
}

export function trk(segments: TestPoint[][], type = 'running'): string {
  const inside = segments
    .map((points) => `<trkseg>${points.map(trkpt).join('\n')}</trkseg>`)
    .join('');
  return `<trk><name>Morning &amp; sun</name><type>${type}</type>${inside}</trk>`;
}

export function gpx(inside: string, attributes = 'creator="Test Watch"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" ${attributes}>${inside}</gpx>`;
}

export function trackpoint(second: number, inside = ''): string {
  return `<Trackpoint><Time>${at(second)}</Time>${inside}</Trackpoint>`;
}

export function lap(start: number, seconds: number, metres: number, inside: string): string {
  return `<Lap StartTime="${at(start)}"><TotalTimeSeconds>${seconds}</TotalTimeSeconds>
    <DistanceMeters>${metres}</DistanceMeters><Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>${inside}</Lap>`;
}

export function activity(sport: string, inside: string): string {
  return `<Activity Sport="${sport}"><Id>${START}</Id>${inside}<Creator><Name>Forerunner 945</Name></Creator></Activity>`;
}

export function tcx(inside: string): string {
  return `<?xml version="1.0"?><TrainingCenterDatabase><Activities>${inside}</Activities></TrainingCenterDatabase>`;
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
