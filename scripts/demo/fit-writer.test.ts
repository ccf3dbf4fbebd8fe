import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import FitParser from 'fit-file-parser';
import { ActivityWriteError } from './activity-write-error.ts';
import { writeFit } from './fit-writer.ts';
import { aPlannedRun } from './planned-run-fixture.ts';
import type { RecordedRun } from './recorded-run.ts';
import { simulateRun } from './simulate-run.ts';

/** `force: false` makes the parser refuse a wrong checksum. */
function parse(run: RecordedRun) {
  return new FitParser({ force: false }).parseAsync(Buffer.from(writeFit(run)));
}

function sum<T>(items: readonly T[] | undefined, pick: (item: T) => number | undefined): number {
  return (items ?? []).reduce((total, item) => total + (pick(item) ?? Number.NaN), 0);
}

describe('writeFit', () => {
  it('writes what an independent parser reads back', async () => {
    const run = simulateRun(aPlannedRun());
    const file = await parse(run);

    expect(file.file_ids?.[0]).toMatchObject({ type: 'activity', manufacturer: 'development' });
    expect(file.file_ids?.[0]?.time_created).toEqual(run.startedAt);
    expect(file.records).toHaveLength(run.samples.length);
    const middle = Math.floor(run.samples.length / 2);
    const sample = run.samples[middle];
    expect(file.records?.[middle]).toMatchObject({
      timestamp: new Date(run.startedAt.getTime() + 1000 * (sample?.elapsedS ?? 0)),
      distance: sample?.distanceM,
      enhanced_speed: sample?.speedMps,
      heart_rate: sample?.heartRateBpm,
      temperature: sample?.temperatureC,
    });
    const record = file.records?.[middle];
    expect(record?.position_lat).toBeCloseTo(sample?.latDeg ?? Number.NaN, 6);
    expect(record?.position_long).toBeCloseTo(sample?.lonDeg ?? Number.NaN, 6);
    expect(record?.enhanced_altitude).toBeCloseTo(sample?.altitudeM ?? Number.NaN, 6);
    expect(2 * ((record?.cadence ?? 0) + (record?.fractional_cadence ?? 0))).toBe(
      sample?.cadenceSpm,
    );
  });

  it('agrees with itself: records, laps, session and activity', async () => {
    const run = simulateRun(aPlannedRun());
    const file = await parse(run);
    const session = file.sessions?.[0];
    expect(session).toMatchObject({
      sport: 'running',
      sub_sport: 'generic',
      start_time: run.startedAt,
      num_laps: 4,
      total_distance: run.samples.at(-1)?.distanceM,
      total_timer_time: run.samples.at(-1)?.elapsedS,
      avg_heart_rate: run.totals.avgHeartRateBpm,
    });
    expect(file.records?.at(-1)?.distance).toBe(session?.total_distance);
    expect(sum(file.laps, (lap) => lap.total_distance)).toBeCloseTo(
      session?.total_distance ?? 0,
      6,
    );
    expect(sum(file.laps, (lap) => lap.total_timer_time)).toBeCloseTo(
      session?.total_timer_time ?? 0,
      6,
    );
    expect(file.laps?.slice(0, 3).map((lap) => lap.total_distance)).toEqual([1000, 1000, 1000]);
    expect(file.activity).toMatchObject({
      total_timer_time: session?.total_timer_time,
      num_sessions: 1,
    });
    const { timestamp, local_timestamp: local } = file.activity ?? {};
    expect(Number(new Date(local ?? 0)) - Number(new Date(timestamp ?? 0))).toBe(2 * 3_600_000);
  });

  it('marks a pause by timer events and leaves it out of the timer', async () => {
    const run = simulateRun(aPlannedRun({ pauses: [{ atDistanceM: 1500, durationS: 70 }] }));
    const file = await parse(run);
    const timer = file.events?.filter((event) => event.event === 'timer');
    expect(timer?.map((event) => event.event_type)).toEqual([
      'start',
      'stop_all',
      'start',
      'stop_all',
    ]);
    const at = (index: number) => Number(new Date(timer?.[index]?.timestamp ?? 0)) / 1000;
    expect(at(2) - at(1)).toBe(70);
    const session = file.sessions?.[0];
    expect((session?.total_elapsed_time ?? 0) - (session?.total_timer_time ?? 0)).toBe(70);
    expect(sum(file.laps, (lap) => lap.total_timer_time)).toBeCloseTo(
      session?.total_timer_time ?? 0,
      6,
    );
    const during = file.records?.filter((record) => {
      const second = Number(new Date(record.timestamp ?? 0)) / 1000;
      return second > at(1) && second < at(2);
    });
    expect(during).toEqual([]);
  });

  it('has no columns for sensors that were not there', async () => {
    const run = simulateRun(
      aPlannedRun({ route: [], surface: 'treadmill', kind: 'treadmill', heartRate: 'absent' }),
    );
    const file = await parse(run);
    expect(file.sessions?.[0]?.sub_sport).toBe('treadmill');
    expect(file.sessions?.[0]?.avg_heart_rate).toBeUndefined();
    for (const record of file.records ?? []) {
      expect(record).not.toHaveProperty('position_lat');
      expect(record).not.toHaveProperty('enhanced_altitude');
      expect(record).not.toHaveProperty('heart_rate');
    }
    expect(file.device_infos).toHaveLength(1);
  });

  it('says what each lap of a session was for', async () => {
    const jog = { effort: 'rest', until: { durationS: 60 }, speedMps: 2.2 } as const;
    const fast = { effort: 'active', until: { distanceM: 400 }, speedMps: 4.2 } as const;
    const run = simulateRun(
      aPlannedRun({
        laps: 'each-step',
        steps: [fast, jog, fast],
        route: ['track'],
        surface: 'track',
      }),
    );
    const file = await parse(run);
    expect(file.laps?.map((lap) => [lap.intensity, lap.lap_trigger])).toEqual([
      ['active', 'manual'],
      ['rest', 'manual'],
      ['active', 'session_end'],
    ]);
    expect(file.laps?.[0]?.total_distance).toBe(400);
  });

  it('refuses a run without samples or with an impossible one', () => {
    const run = simulateRun(aPlannedRun());
    expect(() => writeFit({ ...run, samples: [] })).toThrow(ActivityWriteError);
    const [first, ...rest] = run.samples;
    if (!first) throw new Error('The fixture has samples');
    expect(() => writeFit({ ...run, samples: [{ ...first, heartRateBpm: 300 }, ...rest] })).toThrow(
      'record.heartRateBpm cannot hold 300',
    );
  });
});
