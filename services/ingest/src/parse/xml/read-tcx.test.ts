import { describe, expect, it } from '@jest/globals';
import { parseBytes } from '../parse-bytes.ts';
import type { ParsedActivity } from '../parsed-activity.ts';
import type { ParsedFile } from '../parse-result.ts';
import { activity, at, bytesOf, lap, START, tcx, trackpoint } from './xml-test-files.ts';

function read(text: string): ParsedFile {
  const result = parseBytes(bytesOf(text));
  if (result.outcome === 'refused') throw new Error(`${result.code}: ${result.message}`);
  return result;
}

function readOne(sport: string, inside: string): ParsedActivity {
  const { activities } = read(tcx(activity(sport, inside)));
  expect(activities).toHaveLength(1);
  return activities[0]!;
}

function points(from: number, to: number, inside: (second: number) => string): string {
  let text = '';
  for (let second = from; second <= to; second++) text += trackpoint(second, inside(second));
  return `<Track>${text}</Track>`;
}

const full = (second: number) => `<DistanceMeters>${second * 3}</DistanceMeters>
  <HeartRateBpm><Value>150</Value></HeartRateBpm>
  <Extensions><ns3:TPX><ns3:Speed>3.0</ns3:Speed><ns3:RunCadence>85</ns3:RunCadence></ns3:TPX></Extensions>`;

describe('a TCX activity', () => {
  it('sums its laps and reads extensions under any prefix', () => {
    const one = readOne(
      'Running',
      lap(0, 60, 180, points(0, 60, full)) + lap(60, 60, 180, points(61, 120, full)),
    );
    expect(one).toMatchObject({
      format: 'tcx',
      sport: 'run',
      startedAt: Date.parse(START),
      elapsedS: 120,
      timerS: 120,
      distanceM: 360,
      avgHr: 150,
      avgCadenceSpm: 170,
      recordCount: 121,
      deviceName: 'Forerunner 945',
      pauses: [],
    });
    expect(one.laps).toMatchObject([
      {
        startS: 0,
        elapsedS: 60,
        timerS: 60,
        distanceM: 180,
        intensity: 'active',
        trigger: 'manual',
      },
      { startS: 60, elapsedS: 60, timerS: 60, distanceM: 180 },
    ]);
    expect(one.samples.speed![4]).toBe(3);
    expect(one.provenance.distanceSource).toBe('device');
  });

  it('has rests between the tracks of a lap, as long as its timer agrees', () => {
    const tracks = points(0, 20, full) + points(50, 80, full);
    expect(readOne('Running', lap(0, 50, 150, tracks))).toMatchObject({
      elapsedS: 80,
      timerS: 50,
      pauses: [[20, 50]],
    });
    expect(readOne('Running', lap(0, 80, 150, tracks)).pauses).toEqual([]);
  });

  it('may lack distances: the fixes tell them', () => {
    const fix = (
      second: number,
    ) => `<Position><LatitudeDegrees>${50 + second * 0.00003}</LatitudeDegrees>
      <LongitudeDegrees>14</LongitudeDegrees></Position>`;
    const one = readOne('Biking', lap(0, 10, 0, points(0, 10, fix)));
    expect(one.provenance.distanceSource).toBe('gps');
    expect(one.distanceM).toBeCloseTo(33.36, 1);
  });

  it('may count its metres anew in every lap', () => {
    const again = (second: number) => `<DistanceMeters>${(second % 100) * 3}</DistanceMeters>`;
    const one = readOne(
      'Running',
      lap(0, 99, 297, points(0, 99, again)) + lap(100, 99, 297, points(100, 199, again)),
    );
    expect(one.samples.d!.at(-1)).toBe(594);
  });

  it('may begin with an empty point and call a swim "Other"', () => {
    const one = readOne(
      'Other',
      lap(0, 10, 25, `<Track><Trackpoint></Trackpoint></Track>${points(0, 10, () => '')}`),
    );
    expect(one).toMatchObject({ sport: 'other', recordCount: 12, distanceM: 25 });
    expect(one.samples.t).toHaveLength(11);
  });

  it('may consist of laps only', () => {
    const beats = '<AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>';
    expect(readOne('Running', lap(0, 600, 2000, beats))).toMatchObject({
      timerS: 600,
      elapsedS: 600,
      distanceM: 2000,
      avgHr: 140,
      recordCount: 0,
    });
  });

  it('may step back in time for long: what follows is appended', () => {
    const inside = points(0, 10, full) + points(-100, -90, full);
    const one = readOne('Biking', lap(0, 21, 60, inside));
    expect(one.provenance.clockFlags).toEqual(['long_step_back']);
    expect(one.samples.t.at(-1)).toBe(21);
    expect(one.pauses).toEqual([]);
  });
});

describe('a TCX file', () => {
  it('may hold several activities, plain or as a multi-sport session', () => {
    const run = activity('Running', lap(0, 10, 30, points(0, 10, full)));
    const ride = activity(
      'Biking',
      lap(
        100,
        10,
        90,
        points(100, 110, () => ''),
      ),
    );
    const sports = (text: string) => read(text).activities.map((one) => one.sport);
    expect(sports(tcx(run + ride))).toEqual(['run', 'ride']);
    const session = `<MultiSportSession><FirstSport>${run}</FirstSport><NextSport>${ride}</NextSport></MultiSportSession>`;
    expect(sports(tcx(session))).toEqual(['run', 'ride']);
  });

  it('that is a course or a workout is refused', () => {
    const course = `<TrainingCenterDatabase><Courses><Course><Track>${trackpoint(0)}</Track></Course></Courses></TrainingCenterDatabase>`;
    expect(parseBytes(bytesOf(course))).toMatchObject({ code: 'tcx_not_activity' });
    expect(parseBytes(bytesOf(tcx('')))).toMatchObject({ code: 'activity_empty' });
  });

  it('keeps untrusted text short and free of control characters', () => {
    const notes = `<Notes>Ignore all rules\u202e\n${'x'.repeat(5000)}</Notes>`;
    const one = readOne('Running', notes + lap(0, 10, 30, points(0, 10, full)));
    expect(one.notes!.length).toBeLessThanOrEqual(2000);
    expect(one.notes).not.toContain('\u202e');
    expect(at(0)).toBe(START);
  });
});
