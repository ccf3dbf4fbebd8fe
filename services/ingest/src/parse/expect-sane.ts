import { expect } from '@jest/globals';
import type { ParsedActivity } from './parsed-activity.ts';
import { refusalCodes, type ParseResult } from './parse-result.ts';

/** What must hold for every answer, whatever the bytes were; it throws on the first breach. */
export function expectSane(result: ParseResult): void {
  if (result.outcome === 'refused') {
    expect(refusalCodes).toContain(result.code);
    expect(result.message).toMatch(/^[A-Z].*\.$/su);
    return;
  }
  expect(result.activities.length).toBeGreaterThan(0);
  if (result.outcome !== 'parsed') expect(result.warnings).not.toEqual([]);
  for (const activity of result.activities) expectSaneActivity(activity);
}

function expectSaneActivity(activity: ParsedActivity): void {
  const { samples } = activity;
  const numbers = [
    ...Object.values(activity).filter((value) => typeof value === 'number'),
    ...activity.pauses.flat(),
    ...activity.laps.flatMap((lap) =>
      Object.values(lap).filter((value) => typeof value === 'number'),
    ),
  ];
  const finite = numbers.every(Number.isFinite);
  const { elapsedS, timerS, movingS, distanceM, avgHr, maxHr } = activity;
  const ordered = elapsedS >= timerS && timerS >= (movingS ?? 0) && timerS >= 0 && distanceM >= 0;
  const beats = avgHr === null || (avgHr >= 25 && avgHr <= 250 && (maxHr ?? 250) <= 250);
  const ascending = samples.t.every(
    (t, i) => Number.isFinite(t) && t >= 0 && (i === 0 || t > samples.t[i - 1]!),
  );
  let metres = 0;
  const climbing = (samples.d ?? []).every(
    (d) => Number.isNaN(d) || (d >= metres && (metres = d) < 1e7),
  );
  const aligned = Object.values(samples).every(
    (column) =>
      column.length === samples.t.length &&
      column.every((v) => Number.isNaN(v) || Number.isFinite(v)),
  );
  const pausesApart = activity.pauses.every(
    ([from, to], i) => to > from && from >= (activity.pauses[i - 1]?.[1] ?? 0),
  );
  expect({ finite, ordered, beats, ascending, climbing, aligned, pausesApart }).toEqual({
    finite: true,
    ordered: true,
    beats: true,
    ascending: true,
    climbing: true,
    aligned: true,
    pausesApart: true,
  });
}
