import { describe, expect, it } from '@jest/globals';

import { aStream } from '../test/a-stream.ts';
import { heartRateTime } from './heart-rate-time.ts';
import { heartRateZone } from './heart-rate-zones.ts';
import { maxHeartRateByAge } from './max-heart-rate-by-age.ts';
import { observedMaxHeartRate, sessionPeakHeartRate } from './observed-max-heart-rate.ts';
import { paceZone } from './pace-zones.ts';
import type { Stream } from './stream.ts';
import { thresholdHeartRateFromTest } from './threshold-heart-rate.ts';
import { timeInHeartRateZones } from './time-in-zone.ts';
import { trimp } from './trimp.ts';

/** A run whose heart rate follows a rule per second. */
function beating(seconds: number, bpm: (second: number) => number): Stream {
  const stream = aStream([{ seconds, speed: 3, hr: 140 }]);
  stream.hr?.forEach((_, i, hr) => {
    hr[i] = bpm(i);
  });
  return stream;
}

describe('time at each heart rate', () => {
  it('sums every second once and merges equal neighbours', () => {
    const time = heartRateTime(beating(100, (s) => (s <= 40 ? 120 : 150)));
    expect(time).toMatchObject({ coveredS: 100, recordedS: 100 });
    expect('reason' in time ? [] : [...time.bpm]).toEqual([120, 150]);
    expect('reason' in time ? [] : [...time.seconds]).toEqual([40, 60]);
  });
  it('needs 80 % of the time and does not count device pauses', () => {
    expect(heartRateTime(beating(100, (s) => (s < 30 ? 0 : 150)))).toMatchObject({
      reason: 'LOW_COVERAGE',
    });
    const stream = beating(100, (s) => (s < 30 ? 0 : 150));
    const moving = new Uint8Array(101).fill(1).fill(0, 0, 30);
    expect(heartRateTime({ ...stream, moving })).toMatchObject({ recordedS: 71 });
    expect(heartRateTime(aStream([{ seconds: 9, speed: 3 }]))).toMatchObject({
      reason: 'MISSING_INPUT',
    });
  });
  it('makes impulse from samples, never from the average', () => {
    const athlete = { max: 190, rest: 50, sex: 'M' as const };
    const steady = trimp(heartRateTime(beating(3600, () => 140)), athlete).value ?? NaN;
    const mixed = trimp(heartRateTime(beating(3600, (s) => (s % 2 === 0 ? 100 : 180))), athlete);
    expect(mixed.value).toBeGreaterThan(1.1 * steady);
  });
  it('fills zones by exact fraction of the threshold', () => {
    const time = heartRateTime(beating(100, (s) => (s <= 60 ? 153 : 152)));
    const table = timeInHeartRateZones(time, { threshold: 180 });
    const zones = 'reason' in table ? [] : table.zones;
    expect(zones.filter(({ seconds }) => seconds > 0)).toEqual([
      { zone: '1', seconds: 40 },
      { zone: '2', seconds: 60 },
    ]);
  });
});

describe('zones', () => {
  it('close at the edges where the rule says', () => {
    const zone = (speed: number) => {
      const answer = paceZone(speed, 4);
      return 'zone' in answer ? answer.zone : answer.reason;
    };
    expect([4 / 1.3, 4 / 1.2, 4 / 1.1, 4 / 1.02, 4, 4 / 0.97, 4 / 0.92, 4 / 0.8].map(zone)).toEqual(
      ['1', '2', '3', '4', '5a', '5a', '5b', '5c'],
    );
    expect(heartRateZone(0, 170)).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(paceZone(NaN, 4)).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});

describe('maximum heart rate', () => {
  it('of a session ignores the first minutes and lone spikes', () => {
    const run = beating(1800, (s) => {
      if (s < 200) return 205 + (s % 2);
      if (s === 900) return 170;
      const climb = Math.min(34, Math.max(0, s - 1400));
      return (s < 1540 ? 150 + climb : 150) + (s % 2);
    });
    const peak = sessionPeakHeartRate(run).value ?? NaN;
    expect(peak).toBeGreaterThanOrEqual(184);
    expect(peak).toBeLessThanOrEqual(185);
    expect(sessionPeakHeartRate(beating(250, () => 150))).toMatchObject({ reason: 'TOO_SHORT' });
  });
  it('of a session sampled a thousand times a second takes no longer than its samples', () => {
    const n = 500_000;
    const t = Float64Array.from({ length: n }, (_, i) => i / 1000);
    const d = t.map((s) => 3 * s);
    const hr = t.map((s) => 100 + s / 10);
    const peak = sessionPeakHeartRate({ t, d, hr });
    expect(peak.value).toBeGreaterThan(149);
    expect(peak.value).toBeLessThan(150);
  });
  it('counts when two sessions of a year agree within 3 bpm', () => {
    const peak = (date: string, bpm: number) => ({ date, bpm });
    const peaks = [peak('2026-03-01', 196), peak('2026-02-01', 188), peak('2025-12-01', 186)];
    expect(observedMaxHeartRate(peaks, '2026-05-01')).toMatchObject({
      value: 188,
      flags: ['higher-unconfirmed'],
    });
    expect(observedMaxHeartRate(peaks.toReversed(), '2026-05-01')).toEqual(
      observedMaxHeartRate(peaks, '2026-05-01'),
    );
    expect(observedMaxHeartRate(peaks, '2027-02-15')).toMatchObject({ reason: 'TOO_FEW' });
  });
  it('by age is a guess with a range', () => {
    expect(maxHeartRateByAge(40)).toMatchObject({
      value: 180,
      range: [170, 190],
      flags: ['by-age'],
    });
    expect(maxHeartRateByAge(null)).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(maxHeartRateByAge(7)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
});

describe('threshold heart rate from a test', () => {
  it('is the mean of the last twenty of thirty minutes', () => {
    const run = beating(2400, (s) => (s <= 900 ? 150 + (s % 3) : 170 + (s % 3)));
    expect(thresholdHeartRateFromTest(run, 300).value).toBeCloseTo(171, 1);
    expect(thresholdHeartRateFromTest(run, 900)).toMatchObject({ reason: 'TOO_SHORT' });
    expect(
      thresholdHeartRateFromTest(
        beating(2400, () => 0),
        0,
      ),
    ).toMatchObject({
      reason: 'LOW_COVERAGE',
    });
  });
});
