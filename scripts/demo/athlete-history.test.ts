import { describe, expect, it } from '@jest/globals';
import { planHistory } from './athlete-history.ts';
import { DEMO_ATHLETE } from './body.ts';
import { civilDate, dayNumber } from './civil-time.ts';
import type { PlannedRun, RunKind } from './planned-run.ts';
import { simulateRun } from './simulate-run.ts';

const TODAY = '2026-11-20';
const history = planHistory({ seed: 1, today: TODAY });
const daysAgo = (run: PlannedRun) => dayNumber(TODAY) - dayNumber(run.localDate);
const ofKind = (kind: RunKind) => history.filter((run) => run.kind === kind);

describe('planHistory', () => {
  it('gives the same plan for the same request and another for another seed', () => {
    expect(planHistory({ seed: 1, today: TODAY })).toEqual(history);
    expect(planHistory({ seed: 2, today: TODAY })).not.toEqual(history);
  });

  it('covers eighteen months with four to six running days a week', () => {
    expect(history.length).toBeGreaterThan(300);
    expect(history.length).toBeLessThan(370);
    expect(history[0] && daysAgo(history[0])).toBeGreaterThan(540);
    const days = new Map<number, Set<string>>();
    for (const run of history) {
      const week = Math.floor((dayNumber(run.localDate) + 3) / 7);
      days.set(week, (days.get(week) ?? new Set()).add(run.localDate));
    }
    const whole = [...days.values()].slice(1, -1).map((set) => set.size);
    expect(Math.min(...whole)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...whole)).toBe(6);
  });

  it('is in order, without two runs at once, each with a name of its own', () => {
    expect(new Set(history.map((run) => run.id)).size).toBe(history.length);
    for (const [index, run] of history.slice(1).entries()) {
      expect(run.startedAt.getTime()).toBeGreaterThan(history[index]?.startedAt.getTime() ?? NaN);
    }
  });

  it('starts runs at the hours people run, on the clock of the athlete in any season', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: DEMO_ATHLETE.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const offsets = new Set(history.map((run) => run.utcOffsetS));
    expect(offsets).toEqual(new Set([3600, 7200]));
    for (const run of history) {
      const [date, time] = clock.format(run.startedAt).split(' ');
      expect(date).toBe(run.localDate);
      expect(run.id.startsWith(`${date}-${time?.replace(':', '')}`)).toBe(true);
      const hour = Number(time?.slice(0, 2));
      expect(hour).toBeGreaterThanOrEqual(6);
      expect(hour).toBeLessThan(19);
    }
  });

  it.each(
    Array.from({ length: 16 }, (_, index) => civilDate(dayNumber('2026-11-01') + index * 27)),
  )('ends within the two days before %s and keeps its promises', (today) => {
    const runs = planHistory({ seed: 5, today });
    const ago = (run: PlannedRun) => dayNumber(today) - dayNumber(run.localDate);
    const last = runs.at(-1);
    expect([1, 2]).toContain(last && ago(last));
    const races = runs.filter((run) => run.kind === 'race' && ago(run) <= 84);
    expect(races.map((run) => run.raceDistanceM)).toEqual([21097.5, 10000, 5000]);
    expect(runs.filter((run) => run.kind === 'treadmill').length).toBeGreaterThanOrEqual(10);
    const pauseDays = runs.slice(1).map((run, index) => {
      const before = runs[index];
      return before ? dayNumber(run.localDate) - dayNumber(before.localDate) : 0;
    });
    expect(pauseDays.filter((days) => days > 14)).toHaveLength(1);
    expect(pauseDays.filter((days) => days > 4)).toHaveLength(1);
    expect(runs.filter((run) => run.isHot)).toHaveLength(3);
    expect(runs.filter((run) => run.alsoExportedAs.length > 0)).toHaveLength(1);
    expect(runs.filter((run) => run.heartRate === 'cadence-lock')).toHaveLength(1);
    expect(runs.filter((run) => run.kind === 'short')).toHaveLength(1);
  });

  it('has every kind of run a visitor may ask about', () => {
    for (const kind of ['easy', 'long', 'tempo', 'interval', 'trail'] as const) {
      expect(ofKind(kind).length).toBeGreaterThan(10);
    }
    const titles = new Set(ofKind('interval').map((run) => run.title));
    expect(titles).toContain('5 × 1000 m');
    expect(titles).toContain('10 × 400 m');
    expect(ofKind('race').length).toBeGreaterThanOrEqual(6);
    expect(history.some((run) => run.heartRate === 'absent' && daysAgo(run) <= 14)).toBe(true);
    expect(history.filter((run) => run.pauses.length > 0).length).toBeGreaterThanOrEqual(2);
    expect(history.filter((run) => run.recording === 'smart').length).toBeGreaterThan(20);
    for (const run of ofKind('treadmill')) expect(run.route).toEqual([]);
  });

  it('grows fitter, with a dent after the illness', () => {
    const speeds = history.map((run) => run.thresholdMps);
    const [first, last] = [speeds[0] ?? 0, speeds.at(-1) ?? 0];
    expect(last / first).toBeGreaterThan(1.08);
    const gap = history.findIndex(
      (run, index) =>
        index > 0 && dayNumber(run.localDate) - dayNumber(history[index - 1]?.localDate ?? '') > 14,
    );
    expect(speeds[gap]).toBeLessThan(0.97 * (speeds[gap - 1] ?? 0));
  });

  it('refuses a date that is none', () => {
    expect(() => planHistory({ seed: 1, today: '2026-13-01' })).toThrow(RangeError);
  });

  it('can be short, ending just the same', () => {
    const short = planHistory({ seed: 1, today: TODAY, months: 2 });
    expect(short.length).toBeGreaterThan(30);
    expect(short.length).toBeLessThan(60);
    expect(short.at(-1)?.localDate).toBe(history.at(-1)?.localDate);
    expect(short.some((run) => run.isHot || run.kind === 'treadmill')).toBe(false);
    expect(short.filter((run) => run.kind === 'race').map((run) => run.raceDistanceM)).toEqual([
      10000, 5000,
    ]);
    expect(short.every((run) => run.recording === 'every-second')).toBe(true);
  });
});

describe('the whole history, run', () => {
  const recorded = history.map((plan) => ({ plan, run: simulateRun(plan) }));

  it('has laps that sum to the session, to the centimetre and the millisecond', () => {
    for (const { run } of recorded) {
      const last = run.samples.at(-1);
      const sum = (key: 'distanceCm' | 'timerMs' | 'elapsedMs' | 'strides' | 'ascentM') =>
        run.laps.reduce((total, lap) => total + lap[key], 0);
      expect(sum('distanceCm')).toBe(run.totals.distanceCm);
      expect(sum('timerMs')).toBe(run.totals.timerMs);
      expect(sum('elapsedMs')).toBe(run.totals.elapsedMs);
      expect(sum('strides')).toBe(run.totals.strides);
      expect(sum('ascentM')).toBe(run.totals.ascentM);
      expect(run.totals.distanceCm).toBe(Math.round((last?.distanceM ?? 0) * 100));
      expect(run.totals.elapsedMs).toBe((last?.elapsedS ?? 0) * 1000);
      for (const lap of run.laps) {
        expect(lap.distanceCm).toBeGreaterThan(0);
        expect(lap.timerMs).toBeGreaterThan(0);
      }
    }
  });

  it('stays within what bodies and sensors do', () => {
    for (const { run } of recorded) {
      const { avgHeartRateBpm, maxHeartRateBpm, avgCadenceSpm } = run.totals;
      expect(avgHeartRateBpm === null || avgHeartRateBpm > 115).toBe(true);
      expect(avgHeartRateBpm === null || avgHeartRateBpm < 178).toBe(true);
      expect(maxHeartRateBpm ?? 0).toBeLessThanOrEqual(DEMO_ATHLETE.maxHeartRateBpm);
      expect(avgCadenceSpm).toBeGreaterThan(155);
      expect(avgCadenceSpm).toBeLessThan(185);
      expect(run.totals.maxSpeedMps).toBeLessThan(5.5);
    }
  });

  it('measures a little more than each race course, and flat courses', () => {
    const races = recorded.filter(({ plan }) => plan.kind === 'race');
    for (const { plan, run } of races) {
      const raceM = plan.raceDistanceM ?? Number.NaN;
      const ratio = run.totals.distanceCm / 100 / raceM;
      expect(ratio).toBeGreaterThan(1.002);
      expect(ratio).toBeLessThan(1.01);
      expect(Math.abs(run.totals.ascentM - run.totals.descentM)).toBeLessThan(raceM / 1000);
    }
  });

  it('runs weeks between 25 and 65 km, more of it as the months go by', () => {
    const weeks = new Map<number, number>();
    for (const { plan, run } of recorded) {
      const week = Math.floor((dayNumber(plan.localDate) + 3) / 7);
      weeks.set(week, (weeks.get(week) ?? 0) + run.totals.distanceCm / 100_000);
    }
    const whole = [...weeks.values()].slice(1, -1);
    expect(Math.min(...whole)).toBeGreaterThan(20);
    expect(Math.max(...whole)).toBeLessThan(65);
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(whole.slice(-12))).toBeGreaterThan(1.15 * mean(whole.slice(0, 12)));
  });
});
