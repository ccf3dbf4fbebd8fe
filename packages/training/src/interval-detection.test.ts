import { describe, expect, it } from '@jest/globals';

import { aStream, type Leg } from '../test/a-stream.ts';
import { analyseRun } from './analyse-run.ts';
import type { Lap } from './interval-detection.ts';

const easy = (seconds: number): Leg => ({ seconds, speed: 2.7 });

function sixBy800(rest: Leg): Leg[] {
  return [
    easy(900),
    ...Array.from({ length: 6 }, () => [{ seconds: 180, speed: 4.44 }, rest]).flat(),
    easy(600),
  ];
}

describe('finding work and rest', () => {
  it('sees six repetitions with jogged rest in the pace', () => {
    const { intervals, classification } = analyseRun(
      aStream(sixBy800({ seconds: 90, speed: 2 })),
      [],
      {
        thresholdSpeed: 4,
      },
    );
    expect(intervals).toMatchObject({ source: 'pace', workCount: 6, regular: true });
    const first = 'reason' in intervals ? undefined : intervals.repetitions[0];
    expect(first?.startS).toBeGreaterThan(893);
    expect(first?.startS).toBeLessThan(907);
    expect(first?.speed).toBeCloseTo(4.44, 1);
    expect(classification).toMatchObject({ class: 'interval', hard: true });
  });

  it('sees them with standing rest as well', () => {
    const { intervals } = analyseRun(aStream(sixBy800({ seconds: 90, speed: 0 })));
    expect(intervals).toMatchObject({ source: 'pace', workCount: 6 });
  });

  it('finds none in a steady run with traffic lights, nor in a progression', () => {
    const lights = Array.from({ length: 6 }, () => [
      { seconds: 300, speed: 3 },
      { seconds: 30, speed: 0 },
    ]).flat();
    expect(analyseRun(aStream(lights)).intervals).toMatchObject({ reason: 'NOT_APPLICABLE' });
    const progression = Array.from({ length: 30 }, (_, i) => ({
      seconds: 60,
      speed: 2.6 + 0.05 * i,
    }));
    expect(analyseRun(aStream(progression)).intervals).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });

  it('takes the workout’s own labels, and ignores automatic kilometres', () => {
    const stream = aStream(sixBy800({ seconds: 90, speed: 2 }));
    const laps: Lap[] = [{ startS: 0, endS: 900, intensity: 'warmup' }];
    for (let k = 0; k < 6; k++)
      laps.push(
        { startS: 900 + 270 * k, endS: 1080 + 270 * k, intensity: 'active' },
        { startS: 1080 + 270 * k, endS: 1170 + 270 * k, intensity: 'rest' },
      );
    expect(analyseRun(stream, laps).intervals).toMatchObject({ source: 'laps', workCount: 6 });
    const kilometres: Lap[] = [0, 300, 600, 900, 1200, 1500].map((startS) => ({
      startS,
      endS: startS + 300,
      trigger: 'distance',
    }));
    expect(analyseRun(stream, kilometres).intervals).toMatchObject({ source: 'pace' });
  });

  it('does not take laps that lie on one another for a workout', () => {
    const stream = aStream(sixBy800({ seconds: 90, speed: 2 }));
    const laps: Lap[] = Array.from({ length: 50 }, () => ({
      startS: 0,
      endS: 2000,
      intensity: 'rest',
    }));
    expect(analyseRun(stream, laps).intervals).toMatchObject({ source: 'pace' });
  });

  it('calls slow running with walking breaks what it is', () => {
    const legs = Array.from({ length: 8 }, () => [
      { seconds: 120, speed: 2.5 },
      { seconds: 60, speed: 1.4 },
    ]).flat();
    const { classification } = analyseRun(aStream(legs), [], { thresholdSpeed: 3.3 });
    expect(classification).toMatchObject({ class: 'run-walk', hard: false });
  });
});
