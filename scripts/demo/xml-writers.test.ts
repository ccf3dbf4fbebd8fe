import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { ActivityWriteError } from './activity-write-error.ts';
import { writeGpx } from './gpx-writer.ts';
import { aPlannedRun } from './planned-run-fixture.ts';
import { simulateRun } from './simulate-run.ts';
import { writeTcx } from './tcx-writer.ts';

type Element = { path: string; attributes: Record<string, string>; text: string };

/** Every element in the order in which it closes; saxes throws on anything not well-formed. */
function read(bytes: Uint8Array): Element[] {
  const open: Element[] = [];
  const closed: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name, attributes }) => {
    const path = `${open.at(-1)?.path ?? ''}/${name}`;
    const values = Object.values(attributes).map(({ name: key, value }) => [key, value]);
    open.push({ path, attributes: Object.fromEntries(values), text: '' });
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) closed.push(element);
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  return closed;
}

const named = (elements: Element[], end: string) =>
  elements.filter(({ path }) => path.endsWith(`/${end}`));
const numbers = (elements: Element[], end: string) =>
  named(elements, end).map(({ text }) => Number(text));
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

describe('writeGpx', () => {
  it('holds every fix with its time, heart rate and strides per minute', () => {
    const run = simulateRun(aPlannedRun({ title: 'Hills & "dales" <3' }));
    const gpx = read(writeGpx(run));
    const points = named(gpx, 'trkpt');
    expect(points).toHaveLength(run.samples.length);
    expect(Number(points[100]?.attributes['lat'])).toBe(run.samples[100]?.latDeg);
    expect(Number(points[100]?.attributes['lon'])).toBe(run.samples[100]?.lonDeg);
    expect(numbers(gpx, 'gpxtpx:hr')).toEqual(run.samples.map((sample) => sample.heartRateBpm));
    const halved = run.samples.flatMap(({ cadenceSpm }) => (cadenceSpm ? [cadenceSpm / 2] : []));
    const cadences = numbers(gpx, 'gpxtpx:cad');
    expect(cadences).toHaveLength(halved.length);
    cadences.forEach((value, index) =>
      expect(Math.abs(value - (halved[index] ?? 0))).toBeLessThanOrEqual(0.5),
    );
    const times = named(gpx, 'trkpt/time').map(({ text }) => Date.parse(text));
    expect(times[0]).toBe(run.startedAt.getTime());
    expect(times.at(-1)).toBe(run.startedAt.getTime() + run.totals.elapsedMs);
    expect(named(gpx, 'trk/name')[0]?.text).toBe(run.title);
  });

  it('starts a new segment after a pause and loses no fix', () => {
    const run = simulateRun(aPlannedRun({ pauses: [{ atDistanceM: 1200, durationS: 40 }] }));
    const gpx = read(writeGpx(run));
    expect(named(gpx, 'trkseg')).toHaveLength(2);
    expect(named(gpx, 'trkpt')).toHaveLength(run.samples.length);
  });

  it('leaves out what was not measured and refuses a run without positions', () => {
    const silent = read(writeGpx(simulateRun(aPlannedRun({ heartRate: 'absent' }))));
    expect(named(silent, 'gpxtpx:hr')).toEqual([]);
    const indoors = simulateRun(aPlannedRun({ route: [], surface: 'treadmill' }));
    expect(() => writeGpx(indoors)).toThrow(ActivityWriteError);
  });
});

describe('writeTcx', () => {
  it('holds laps that sum to the run, with heart rate and run cadence', () => {
    const run = simulateRun(aPlannedRun({ pauses: [{ atDistanceM: 1200, durationS: 40 }] }));
    const tcx = read(writeTcx(run));
    expect(named(tcx, 'Activity')[0]?.attributes['Sport']).toBe('Running');
    expect(named(tcx, 'Lap')).toHaveLength(run.laps.length);
    expect(total(numbers(tcx, 'Lap/TotalTimeSeconds'))).toBeCloseTo(run.totals.timerMs / 1000, 6);
    expect(total(numbers(tcx, 'Lap/DistanceMeters'))).toBeCloseTo(run.totals.distanceCm / 100, 6);
    expect(named(tcx, 'Trackpoint')).toHaveLength(run.samples.length);
    expect(numbers(tcx, 'Trackpoint/DistanceMeters').at(-1)).toBe(run.totals.distanceCm / 100);
    expect(numbers(tcx, 'Trackpoint/HeartRateBpm/Value')).toEqual(
      run.samples.map((sample) => sample.heartRateBpm),
    );
    expect(named(tcx, 'ns3:RunCadence')).toHaveLength(
      run.samples.filter((sample) => sample.cadenceSpm !== null).length,
    );
  });

  it('can hold a treadmill run, which has no positions', () => {
    const run = simulateRun(aPlannedRun({ route: [], surface: 'treadmill' }));
    const tcx = read(writeTcx(run));
    expect(named(tcx, 'Position')).toEqual([]);
    expect(named(tcx, 'Trackpoint')).toHaveLength(run.samples.length);
  });

  it.each([writeTcx, writeGpx])('refuses values no reader would accept (%p)', (write) => {
    const run = simulateRun(aPlannedRun());
    const first = run.samples[0];
    if (!first) throw new Error('The fixture has samples');
    const broken = (over: Partial<typeof first>) => ({
      ...run,
      samples: [{ ...first, ...over }, ...run.samples.slice(1)],
    });
    expect(() => write(broken({ heartRateBpm: 256 }))).toThrow(ActivityWriteError);
    expect(() => write(broken({ latDeg: 91 }))).toThrow(ActivityWriteError);
    expect(() => write(broken({ altitudeM: Number.NaN }))).toThrow(ActivityWriteError);
    expect(() => write({ ...run, samples: [] })).toThrow(ActivityWriteError);
  });
});
