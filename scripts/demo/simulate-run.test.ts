import { describe, expect, it } from '@jest/globals';
import { DEMO_ATHLETE } from './body.ts';
import { aPlannedRun } from './planned-run-fixture.ts';
import type { RunStep } from './planned-run.ts';
import type { Sample } from './recorded-run.ts';
import { simulateRun } from './simulate-run.ts';

const hour = (speedMps: number): RunStep[] => [
  { effort: 'active', until: { durationS: 4200 }, speedMps },
];
const meanHeartRate = (samples: Sample[]) =>
  samples.reduce((sum, sample) => sum + (sample.heartRateBpm ?? Number.NaN), 0) / samples.length;
const between = (samples: Sample[], from: number, to: number) =>
  samples.filter(({ elapsedS }) => elapsedS >= from && elapsedS < to);

describe('simulateRun', () => {
  it('records every second, distance never falling, nothing but finite numbers', () => {
    const { samples } = simulateRun(aPlannedRun());
    samples.forEach((sample, index) => {
      expect(sample.elapsedS).toBe(index);
      expect(sample.distanceM).toBeGreaterThanOrEqual(samples[index - 1]?.distanceM ?? 0);
      for (const value of Object.values(sample)) {
        expect(value === null || Number.isFinite(value)).toBe(true);
      }
    });
    expect(samples[0]).toMatchObject({ distanceM: 0, speedMps: 0 });
  });

  it('depends on its own seed only', () => {
    expect(simulateRun(aPlannedRun())).toEqual(simulateRun(aPlannedRun()));
    expect(simulateRun(aPlannedRun({ seed: 43 })).samples).not.toEqual(
      simulateRun(aPlannedRun()).samples,
    );
  });

  it('lets heart rate start low and settle where the effort puts it', () => {
    const easy = simulateRun(aPlannedRun({ steps: hour(2.9), route: ['forest'] })).samples;
    const hard = simulateRun(aPlannedRun({ steps: hour(3.7), route: ['forest'] })).samples;
    expect(easy[0]?.heartRateBpm).toBeLessThan(110);
    expect(meanHeartRate(between(easy, 300, 900))).toBeGreaterThan(130);
    expect(meanHeartRate(between(easy, 300, 900))).toBeLessThan(150);
    expect(meanHeartRate(between(hard, 300, 900))).toBeGreaterThan(158);
    for (const { heartRateBpm } of hard) {
      expect(heartRateBpm).toBeLessThanOrEqual(DEMO_ATHLETE.maxHeartRateBpm);
    }
  });

  it('shows a fitter athlete a lower heart rate at the same speed', () => {
    const at = (thresholdMps: number) =>
      meanHeartRate(simulateRun(aPlannedRun({ steps: hour(2.9), thresholdMps })).samples);
    expect(at(3.5) - at(3.85)).toBeGreaterThan(5);
  });

  it('drifts upward in heat and hardly at all when it is cool', () => {
    const drift = (airTemperatureC: number) => {
      const plan = aPlannedRun({ steps: hour(2.9), route: ['forest'], airTemperatureC });
      const { samples } = simulateRun(plan);
      const late = meanHeartRate(between(samples, 3000, 4200));
      return late / meanHeartRate(between(samples, 600, 1800)) - 1;
    };
    expect(drift(30)).toBeGreaterThan(0.04);
    expect(Math.abs(drift(10))).toBeLessThan(0.035);
  });

  it('slows on a climb, and both ways cost heart rate for the speed', () => {
    const { samples } = simulateRun(aPlannedRun({ route: ['ridge'], steps: hour(2.9) }));
    const slope = (index: number) =>
      (samples[index + 15]?.altitudeM ?? 0) - (samples[index - 15]?.altitudeM ?? 0);
    const speedWhere = (test: (climbed: number) => boolean) => {
      const chosen = samples.filter((_, index) => index > 60 && test(slope(index)));
      return chosen.reduce((sum, sample) => sum + sample.speedMps, 0) / chosen.length;
    };
    expect(speedWhere((climbed) => climbed > 4)).toBeLessThan(
      0.85 * speedWhere((climbed) => Math.abs(climbed) < 1),
    );
  });

  it('places the fixes as far apart as the device says, give or take their noise', () => {
    const { samples, totals } = simulateRun(aPlannedRun({ steps: hour(3), route: ['brook'] }));
    let metres = 0;
    for (const [index, now] of samples.entries()) {
      const before = samples[index - 1];
      if (!before) continue;
      const north = ((now.latDeg ?? 0) - (before.latDeg ?? 0)) * 111_195;
      const east =
        ((now.lonDeg ?? 0) - (before.lonDeg ?? 0)) * 111_195 * Math.cos((53.165 * Math.PI) / 180);
      metres += Math.hypot(north, east);
    }
    expect(Math.abs(metres / (totals.distanceCm / 100) - 1)).toBeLessThan(0.012);
  });

  it('stands still during a pause while heart rate recovers', () => {
    const plan = aPlannedRun({ pauses: [{ atDistanceM: 1500, durationS: 120 }] });
    const { samples, pauses, totals } = simulateRun(plan);
    const [pause] = pauses;
    const before = samples.find(({ elapsedS }) => elapsedS === pause?.fromS);
    const after = samples.find(({ elapsedS }) => elapsedS === pause?.toS);
    expect((pause?.toS ?? 0) - (pause?.fromS ?? 0)).toBe(120);
    expect(after?.distanceM).toBe(before?.distanceM);
    expect((before?.heartRateBpm ?? 0) - (after?.heartRateBpm ?? 0)).toBeGreaterThan(25);
    expect(totals.elapsedMs - totals.timerMs).toBe(120_000);
  });

  it('copies cadence into heart rate while the sensor is locked to the stride', () => {
    const plan = aPlannedRun({ heartRate: 'cadence-lock' });
    const locked = simulateRun(plan).samples.filter(
      ({ heartRateBpm, cadenceSpm }) => heartRateBpm !== null && heartRateBpm === cadenceSpm,
    );
    expect(locked.length).toBeGreaterThan(300);
  });

  it('thins out smart recordings without touching the totals', () => {
    const pauses = [{ atDistanceM: 1500, durationS: 30 }];
    const full = simulateRun(aPlannedRun({ pauses }));
    const smart = simulateRun(aPlannedRun({ pauses, recording: 'smart' }));
    expect(smart.samples.length).toBeLessThan(full.samples.length / 2);
    expect(smart.totals).toEqual(full.totals);
    expect(smart.laps).toEqual(full.laps);
    expect(smart.samples.at(-1)).toEqual(full.samples.at(-1));
    const kept = new Set(smart.samples.map(({ elapsedS }) => elapsedS));
    for (const { fromS, toS } of full.pauses) {
      expect(kept).toContain(fromS);
      expect(kept).toContain(toS);
    }
    const gaps = smart.samples
      .slice(1)
      .map(({ elapsedS }, index) => elapsedS - (smart.samples[index]?.elapsedS ?? 0));
    expect(new Set(gaps).size).toBeGreaterThan(3);
    expect(gaps.filter((gap) => gap > 8)).toEqual([30]);
  });
});
