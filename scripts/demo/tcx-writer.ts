import { ActivityWriteError } from './activity-write-error.ts';
import type { RecordedLap, RecordedRun, Sample } from './recorded-run.ts';
import { BOUNDS, escapeXml, xmlNumber } from './xml-text.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase
  xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
  xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">`;

/**
 * TCX v2: laps with timer time and distance, track points with the device's own distance, cadence and speed in the
 * ActivityExtension (TPX), because the plain Cadence element belongs to cycling.
 */
export function writeTcx(run: RecordedRun): Uint8Array {
  if (run.samples.length === 0 || run.laps.length === 0) {
    throw new ActivityWriteError('empty', 'samples', 'A run needs samples and a lap');
  }
  const laps = run.laps.map((lap, index) => lapElement(run, lap, index));
  const text = `${HEAD}
 <Activities>
  <Activity Sport="Running">
   <Id>${timeAt(run, 0)}</Id>
${laps.join('\n')}
   <Notes>${escapeXml(run.title)}</Notes>
  </Activity>
 </Activities>
</TrainingCenterDatabase>
`;
  return new TextEncoder().encode(text);
}

function lapElement(run: RecordedRun, lap: RecordedLap, index: number): string {
  const heartRates = [
    beats('AverageHeartRateBpm', lap.avgHeartRateBpm),
    beats('MaximumHeartRateBpm', lap.maxHeartRateBpm),
  ].join('');
  const points = samplesOf(run, lap, index).map((sample) => trackPoint(run, sample));
  return `   <Lap StartTime="${timeAt(run, lap.startMs)}">
    <TotalTimeSeconds>${xmlNumber('TotalTimeSeconds', lap.timerMs / 1000, 3, BOUNDS.seconds)}</TotalTimeSeconds>
    <DistanceMeters>${xmlNumber('DistanceMeters', lap.distanceCm / 100, 2, BOUNDS.distanceM)}</DistanceMeters>
    <MaximumSpeed>${xmlNumber('MaximumSpeed', lap.maxSpeedMps, 3, BOUNDS.speedMps)}</MaximumSpeed>
    <Calories>${xmlNumber('Calories', lap.caloriesKcal, 0, BOUNDS.caloriesKcal)}</Calories>${heartRates}
    <Intensity>${lap.effort === 'rest' ? 'Resting' : 'Active'}</Intensity>
    <TriggerMethod>${lap.endedBy === 'distance' ? 'Distance' : 'Manual'}</TriggerMethod>
    <Track>
${points.join('\n')}
    </Track>
   </Lap>`;
}

/** A sample on the line belongs to the lap that ends there; the very first belongs to the first lap. */
function samplesOf(run: RecordedRun, lap: RecordedLap, index: number): Sample[] {
  const endMs = lap.startMs + lap.elapsedMs;
  return run.samples.filter(({ elapsedS }) => {
    const at = elapsedS * 1000;
    return (at > lap.startMs || (index === 0 && at === 0)) && at <= endMs;
  });
}

function trackPoint(run: RecordedRun, sample: Sample): string {
  const { latDeg, lonDeg, altitudeM, heartRateBpm, cadenceSpm } = sample;
  const position =
    latDeg === null || lonDeg === null
      ? ''
      : `<Position><LatitudeDegrees>${xmlNumber('LatitudeDegrees', latDeg, 7, BOUNDS.latDeg)}</LatitudeDegrees>` +
        `<LongitudeDegrees>${xmlNumber('LongitudeDegrees', lonDeg, 7, BOUNDS.lonDeg)}</LongitudeDegrees></Position>`;
  const altitude =
    altitudeM === null
      ? ''
      : `<AltitudeMeters>${xmlNumber('AltitudeMeters', altitudeM, 1, BOUNDS.altitudeM)}</AltitudeMeters>`;
  const distance = `<DistanceMeters>${xmlNumber('DistanceMeters', sample.distanceM, 2, BOUNDS.distanceM)}</DistanceMeters>`;
  const speed = `<ns3:Speed>${xmlNumber('Speed', sample.speedMps, 3, BOUNDS.speedMps)}</ns3:Speed>`;
  const cadence =
    cadenceSpm === null
      ? ''
      : `<ns3:RunCadence>${xmlNumber('RunCadence', cadenceSpm / 2, 0, BOUNDS.strideRate)}</ns3:RunCadence>`;
  return (
    `     <Trackpoint><Time>${timeAt(run, sample.elapsedS * 1000)}</Time>${position}${altitude}${distance}` +
    `${beats('HeartRateBpm', heartRateBpm)}<Extensions><ns3:TPX>${speed}${cadence}</ns3:TPX></Extensions></Trackpoint>`
  );
}

function beats(name: string, value: number | null): string {
  if (value === null) return '';
  return `<${name}><Value>${xmlNumber(name, value, 0, BOUNDS.heartRateBpm)}</Value></${name}>`;
}

function timeAt(run: RecordedRun, elapsedMs: number): string {
  return new Date(run.startedAt.getTime() + elapsedMs).toISOString();
}
