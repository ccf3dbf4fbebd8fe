import { DEMO_ATHLETE } from './body.ts';
import { civilDate, zoneOffsetS } from './civil-time.ts';
import { writeFit } from './fit-writer.ts';
import { writeGpx } from './gpx-writer.ts';
import type { PlannedRun } from './planned-run.ts';
import { createRandom, deriveSeed } from './random.ts';
import type { RecordedRun, Sample } from './recorded-run.ts';
import type { LoopName } from './routes.ts';
import { easyRun, intervalRun, type Session } from './sessions.ts';
import { simulateRun } from './simulate-run.ts';
import { writeTcx } from './tcx-writer.ts';

export type SampleFile = {
  name: string;
  bytes: Uint8Array;
  format: 'fit' | 'gpx' | 'tcx';
  startedAt: Date;
  expected: { distanceM: number; timerS: number; elapsedS: number; avgHr: number; laps: number };
};

const DAY_MS = 86_400_000;
const THRESHOLD_MPS = 3.6;
const EARTH_RADIUS_M = 6_371_008.8;

/**
 * Three runs, one per format: the first starts at `startedAt`, the others one and two days earlier. The expected
 * figures come from the simulated run, not from reading the file back, so a test that compares them tests the reader.
 */
export function makeSampleFiles({
  seed,
  startedAt,
}: {
  seed: number;
  startedAt: Date;
}): SampleFile[] {
  const random = createRandom(deriveSeed(seed, 0));
  const start = Math.floor(startedAt.getTime() / 1000) * 1000;
  const record = (part: number, session: Session, route: LoopName[]) =>
    simulateRun(
      planOf(session, route, new Date(start - part * DAY_MS), deriveSeed(seed, part + 1)),
    );

  const fit = record(0, easyRun(random, THRESHOLD_MPS, random.between(6_000, 7_000)), ['heath']);
  const gpx = record(1, easyRun(random, THRESHOLD_MPS, random.between(4_600, 5_200)), ['village']);
  const tcx = record(2, intervalRun(random, THRESHOLD_MPS, 1), ['track']);
  return [
    { ...describe(fit), name: nameOf(fit, 'fit'), format: 'fit', bytes: writeFit(fit) },
    {
      ...describe(gpx),
      expected: { ...describe(gpx).expected, distanceM: distanceOverGround(gpx.samples), laps: 1 },
      name: nameOf(gpx, 'gpx'),
      format: 'gpx',
      bytes: writeGpx(gpx),
    },
    { ...describe(tcx), name: nameOf(tcx, 'tcx'), format: 'tcx', bytes: writeTcx(tcx) },
  ];
}

function planOf(session: Session, route: LoopName[], startedAt: Date, seed: number): PlannedRun {
  return {
    id: `sample-${startedAt.toISOString()}`,
    title: session.title,
    kind: session.kind,
    startedAt,
    localDate: civilDate(Math.floor(startedAt.getTime() / DAY_MS)),
    utcOffsetS: zoneOffsetS(DEMO_ATHLETE.timeZone, startedAt),
    surface: session.place === 'track' ? 'track' : 'road',
    profileName: 'Run',
    route,
    steps: session.steps,
    laps: session.laps,
    thresholdMps: THRESHOLD_MPS,
    airTemperatureC: 12,
    isHot: false,
    heartRate: 'recorded',
    recording: 'every-second',
    pauses: [],
    perceivedEffort: null,
    raceDistanceM: null,
    alsoExportedAs: [],
    seed,
  };
}

function describe({
  startedAt,
  totals,
  laps,
}: RecordedRun): Pick<SampleFile, 'startedAt' | 'expected'> {
  return {
    startedAt,
    expected: {
      distanceM: totals.distanceCm / 100,
      timerS: totals.timerMs / 1000,
      elapsedS: totals.elapsedMs / 1000,
      avgHr: totals.avgHeartRateBpm ?? 0,
      laps: laps.length,
    },
  };
}

function nameOf(run: RecordedRun, extension: SampleFile['format']): string {
  return `${run.startedAt.toISOString().slice(0, 10)}-sample.${extension}`;
}

/** What a reader of fixes alone measures: the haversine sum, a little more than the device's own distance. */
function distanceOverGround(samples: readonly Sample[]): number {
  let sum = 0;
  for (const [index, now] of samples.entries()) {
    const before = samples[index - 1];
    if (before) sum += haversineM(before, now);
  }
  return sum;
}

function haversineM(a: Sample, b: Sample): number {
  if (a.latDeg === null || a.lonDeg === null || b.latDeg === null || b.lonDeg === null) return 0;
  const radians = Math.PI / 180;
  const h =
    Math.sin(((b.latDeg - a.latDeg) * radians) / 2) ** 2 +
    Math.cos(a.latDeg * radians) *
      Math.cos(b.latDeg * radians) *
      Math.sin(((b.lonDeg - a.lonDeg) * radians) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}
