import { describe, expect, it } from '@jest/globals';

import { blockBootstrap, type DayPair } from './block-bootstrap.ts';
import { circularShiftP } from './circular-shift-p.ts';
import { detrend } from './daily-series.ts';
import { HYPOTHESES } from './insight-hypotheses.ts';
import { insights, type Insight, type InsightInput } from './insights.ts';
import { seededGenerator } from './seeded-generator.ts';

const FIRST_DAY = '2026-01-05';

/** Bell-shaped noise from a seed, so that a failure can be repeated. */
function noise(seed: number): () => number {
  const random = seededGenerator(seed);
  return () => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
}

/** A series that remembers its yesterday by `memory`, with gaps. */
function remembering(days: number, memory: number, gaps: number, seed: number): (number | null)[] {
  const [next, random] = [noise(seed), seededGenerator(seed + 1)];
  let value = 0;
  return Array.from({ length: days }, () => {
    value = memory * value + next();
    return random() < gaps ? null : value;
  });
}

function run(input: InsightInput): Insight[] {
  const result = insights(input);
  if (result.insights === null) throw new Error(result.detail);
  return result.insights;
}

function aYear(link: number): InsightInput {
  const sleep = remembering(200, 0.3, 0, 5);
  const wobble = noise(77);
  const efficiency = sleep.map((hours, day) =>
    day % 2 === 0 || hours === null ? null : link * hours + wobble(),
  );
  return { firstDay: FIRST_DAY, series: { sleep_s: sleep, efficiency } };
}

describe('insights', () => {
  it('keep a fixed list of at most 20 distinct lines with lags of 0 to 2 days', () => {
    expect(HYPOTHESES.length).toBeLessThanOrEqual(20);
    expect(new Set(HYPOTHESES.map(({ x, y, lagDays }) => `${x}${y}${lagDays}`)).size).toBe(
      HYPOTHESES.length,
    );
    for (const { lagDays } of HYPOTHESES) expect([0, 1, 2]).toContain(lagDays);
  });
  it('publish a strong link with both intervals away from 0', () => {
    const [found] = run(aYear(1.5));
    expect(found).toMatchObject({ id: 'sleep-before-efficiency', verdict: 'pattern', gaps: [] });
    expect(found?.fisher?.[0]).toBeGreaterThan(0);
    expect(found?.bootstrap?.[0]).toBeGreaterThan(0);
    expect(found?.effect?.slope).toBeGreaterThan(1);
  });
  it('say nothing about an absent link and give every reason', () => {
    const [quiet] = run(aYear(0));
    expect(quiet?.verdict).toBe('no-clear-link');
    expect(quiet?.gaps).toContain('weak');
    expect(quiet?.gaps).toContain('false-discovery');
  });
  it('publish nothing below 28 days', () => {
    const { series } = aYear(1.5);
    const short = {
      sleep_s: series.sleep_s?.slice(0, 50) ?? [],
      efficiency: series.efficiency?.slice(0, 50) ?? [],
    };
    const [few] = run({ firstDay: FIRST_DAY, series: short });
    expect(few).toMatchObject({ n: 25, verdict: 'no-clear-link' });
    expect(few?.gaps[0]).toBe('n<28');
  });
  it('give the same bytes twice and all lines without any data', () => {
    expect(JSON.stringify(run(aYear(1)))).toBe(JSON.stringify(run(aYear(1))));
    const empty = run({ firstDay: FIRST_DAY, series: {} });
    expect(empty).toHaveLength(HYPOTHESES.length);
    expect(empty.every(({ n, verdict }) => n === 0 && verdict === 'no-clear-link')).toBe(true);
  });
  it('find false patterns in about one unrelated athlete of ten at most, though every series remembers', () => {
    const names = HYPOTHESES.flatMap(({ x, y }) => [x, y]);
    let misled = 0;
    const athletes = 16;
    for (let athlete = 0; athlete < athletes; athlete++) {
      const series: InsightInput['series'] = {};
      for (const [i, name] of [...new Set(names)].entries())
        series[name] = remembering(90, 0.7, 0.3, athlete * 1009 + i * 31);
      if (run({ firstDay: FIRST_DAY, series }).some(({ verdict }) => verdict === 'pattern'))
        misled++;
    }
    // q = 0.10 means 1.6 of 16 on average; more than 5 has a chance below 1 %.
    expect(misled).toBeLessThanOrEqual(5);
  }, 60_000);
});

describe('the parts', () => {
  it('remove a slow trend and the rhythm of the week', () => {
    const series = Array.from({ length: 140 }, (_, day) => day * 0.2 + (day % 7 === 6 ? 30 : 0));
    const flat = detrend(series, 20_458).slice(14, 126);
    expect(Math.max(...flat.map((value) => Math.abs(value ?? NaN)))).toBeLessThan(3);
  });
  it('widen the interval when neighbouring days hang together', () => {
    const x = remembering(140, 0.95, 0, 1);
    const y = remembering(140, 0.95, 0, 2);
    const wave = x.map((value, day): DayPair => [value ?? 0, y[day] ?? 0]);
    const shuffled = wave.map((_, day) => wave[(day * 37) % wave.length] ?? null);
    const [together, apart] = [blockBootstrap(wave), blockBootstrap(shuffled)];
    if (together.value === null || apart.value === null || !together.range || !apart.range)
      throw new Error('no interval');
    expect(together.range[1] - together.range[0]).toBeGreaterThan(apart.range[1] - apart.range[0]);
  });
  it('give two unrelated slow waves no small p', () => {
    const days = Array.from({ length: 120 }, (_, day) => day);
    const slow = days.map((day) => Math.sin(day / 12));
    const other = days.map((day) => Math.cos(day / 15 + 1));
    expect(circularShiftP(slow, other).value).toBeGreaterThan(0.05);
    const next = noise(3);
    const x = days.map(() => next());
    expect(
      circularShiftP(
        x,
        x.map((value) => value + next() * 0.3),
      ).value,
    ).toBeLessThan(0.001);
    expect(circularShiftP(x, x.slice(1))).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});
