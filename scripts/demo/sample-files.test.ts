import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import FitParser from 'fit-file-parser';
import { makeSampleFiles } from './sample-files.ts';

const startedAt = new Date('2026-11-19T06:30:00.400Z');
const files = makeSampleFiles({ seed: 3, startedAt });
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => Number(m[1]));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('makeSampleFiles', () => {
  it('makes one run per format on three days, the same for the same seed', () => {
    expect(files.map(({ format }) => format)).toEqual(['fit', 'gpx', 'tcx']);
    expect(files.map((file) => file.startedAt.toISOString())).toEqual([
      '2026-11-19T06:30:00.000Z',
      '2026-11-18T06:30:00.000Z',
      '2026-11-17T06:30:00.000Z',
    ]);
    expect(makeSampleFiles({ seed: 3, startedAt })).toEqual(files);
    expect(makeSampleFiles({ seed: 4, startedAt }).map(({ expected }) => expected)).not.toEqual(
      files.map(({ expected }) => expected),
    );
  });

  it('expects of the FIT file what its session says', async () => {
    const [fit] = files;
    const parsed = await new FitParser({ force: false }).parseAsync(
      Buffer.from(fit?.bytes ?? new Uint8Array()),
    );
    expect(parsed.laps).toHaveLength(fit?.expected.laps ?? 0);
    expect(parsed.sessions?.[0]).toMatchObject({
      start_time: fit?.startedAt,
      total_distance: fit?.expected.distanceM,
      total_timer_time: fit?.expected.timerS,
      total_elapsed_time: fit?.expected.elapsedS,
      avg_heart_rate: fit?.expected.avgHr,
    });
  });

  it('expects of the GPX file the length of its track, by an equal-area approximation too', () => {
    const gpx = files[1];
    const text = textOf(gpx?.bytes);
    const lats = all(text, /lat="([\d.]+)"/g);
    const lons = all(text, /lon="([\d.]+)"/g);
    const metresPerDegree = (6_371_008.8 * Math.PI) / 180;
    const narrow = Math.cos(((lats[0] ?? 0) * Math.PI) / 180);
    const metres = lats.slice(1).reduce((sum, lat, index) => {
      const east = ((lons[index + 1] ?? 0) - (lons[index] ?? 0)) * narrow;
      return sum + Math.hypot(lat - (lats[index] ?? 0), east) * metresPerDegree;
    }, 0);
    expect(metres / (gpx?.expected.distanceM ?? 0)).toBeCloseTo(1, 3);
    expect(Math.round(mean(all(text, /:hr>(\d+)</g)))).toBe(gpx?.expected.avgHr);
    expect(lats).toHaveLength((gpx?.expected.timerS ?? 0) + 1);
  });

  it('expects of the TCX file the sums of its laps', () => {
    const tcx = files[2];
    const text = textOf(tcx?.bytes);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(all(text, /<TotalTimeSeconds>([\d.]+)</g))).toBeCloseTo(
      tcx?.expected.timerS ?? 0,
      6,
    );
    const lapDistances = all(text, /^ {4}<DistanceMeters>([\d.]+)</gm);
    expect(lapDistances).toHaveLength(tcx?.expected.laps ?? 0);
    expect(sum(lapDistances)).toBeCloseTo(tcx?.expected.distanceM ?? 0, 6);
    expect(Math.round(mean(all(text, /<HeartRateBpm><Value>(\d+)</g)))).toBe(tcx?.expected.avgHr);
  });
});
