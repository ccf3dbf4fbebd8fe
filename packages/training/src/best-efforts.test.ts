import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aStream } from '../test/a-stream.ts';
import { arbitraryStream } from '../test/arbitrary-stream.ts';
import { bestEffortIn, bestEffortOver, bestEfforts } from './best-efforts.ts';
import { elevationProfile } from './elevation-profile.ts';
import { farthestIn } from './farthest-window.ts';
import { fastestOver } from './fastest-window.ts';
import { resampleStream } from './resample-stream.ts';
import type { Stream } from './stream.ts';

/** Distances a hair apart are one place, or rounding would decide on which side of a stop a window begins. */
const HAIR = 1e-6;

/** The definition itself: every start on a fine grid and on every sample, every end likewise. */
function bruteForce({ t, d }: Stream, metres: number): number {
  const leave = (x: number) => {
    let k = 0;
    while (k + 1 < d.length && d[k + 1]! <= x + HAIR) k++;
    if (k === d.length - 1) return t[k]!;
    return t[k]! + (Math.max(0, x - d[k]!) / (d[k + 1]! - d[k]!)) * (t[k + 1]! - t[k]!);
  };
  const arrive = (x: number) => {
    let k = 0;
    while (d[k]! < x - HAIR) k++;
    if (k === 0) return t[0]!;
    const share = Math.min(1, (x - d[k - 1]!) / (d[k]! - d[k - 1]!));
    return t[k - 1]! + share * (t[k]! - t[k - 1]!);
  };
  const total = d.at(-1)!;
  const starts = new Set<number>();
  for (const x of d) {
    if (x + metres <= total) starts.add(x);
    if (x - metres >= 0) starts.add(x - metres);
  }
  for (let k = 0; k <= 200; k++) starts.add(((total - metres) * k) / 200);
  return Math.min(...[...starts].map((x) => arrive(Math.min(total, x + metres)) - leave(x)));
}

const timeOver = (stream: Stream, metres: number) => {
  const window = fastestOver(stream.t, stream.d, metres);
  return window ? window.endS - window.startS : NaN;
};

describe('best effort over a distance', () => {
  it('finds windows that end on a sample, not only those that start on one', () => {
    const t = Float64Array.of(0, 10, 20, 30);
    const d = Float64Array.of(0, 30, 90, 100);
    const effort = bestEffortOver({ t, d }, 70);
    expect(effort).toMatchObject({ kind: 'distance', target: 70, method: 'best-effort/1' });
    expect(effort.value).toBeCloseTo(40 / 3, 9);
  });

  it('equals the definition on any stream', () => {
    fc.assert(
      fc.property(
        arbitraryStream(25),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (s, share) => {
          const metres = share * s.d.at(-1)!;
          fc.pre(metres > 1);
          expect(timeOver(s, metres)).toBeCloseTo(bruteForce(s, metres), 4);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never takes less time over more distance, nor gains by splitting', () => {
    fc.assert(
      fc.property(
        arbitraryStream(),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.double({ min: 0.01, max: 0.49, noNaN: true }),
        (s, p, q) => {
          const total = s.d.at(-1)!;
          fc.pre(total > 10);
          const whole = timeOver(s, (p + q) * total);
          expect(whole).toBeGreaterThanOrEqual(timeOver(s, p * total) - 1e-4);
          expect(whole).toBeGreaterThanOrEqual(
            timeOver(s, p * total) + timeOver(s, q * total) - 1e-3,
          );
        },
      ),
    );
  });

  it('does not change when samples are added on the line, time is shifted or the track reversed', () => {
    fc.assert(
      fc.property(arbitraryStream(), fc.integer({ min: -1e6, max: 1e6 }), (s, shift) => {
        fc.pre(s.d.at(-1)! > 10 && s.d.every((x, i) => i === 0 || x > s.d[i - 1]!));
        const metres = s.d.at(-1)! / 3;
        const expected = timeOver(s, metres);
        const doubled = (column: Float64Array) =>
          Float64Array.from(
            [...column].flatMap((x, i) => (i === 0 ? [x] : [(column[i - 1]! + x) / 2, x])),
          );
        expect(timeOver({ t: doubled(s.t), d: doubled(s.d) }, metres)).toBeCloseTo(expected, 4);
        expect(timeOver({ t: s.t.map((x) => x + shift), d: s.d }, metres)).toBeCloseTo(expected, 4);
        const back = (column: Float64Array) =>
          column.map((_, i) => column.at(-1)! - column.at(-1 - i)!);
        expect(timeOver({ t: back(s.t), d: back(s.d) }, metres)).toBeCloseTo(expected, 4);
      }),
    );
  });

  it('marks an effort across a pause as interrupted, and not one beside it', () => {
    const stream = aStream([
      { seconds: 300, speed: 3 },
      { seconds: 60, speed: 0 },
      { seconds: 300, speed: 3 },
    ]);
    expect(bestEffortOver(stream, 1000)).toMatchObject({
      interrupted: true,
      recordEligible: false,
    });
    expect(bestEffortOver(stream, 800)).toMatchObject({ interrupted: false, flags: [] });
    expect(bestEffortOver(stream, 800).value).toBeCloseTo(800 / 3, 9);
  });

  it('is not record-eligible when it drops more than 1 m/km', () => {
    const down = aStream([{ seconds: 900, speed: 3, grade: -0.004 }]);
    const effort = bestEffortOver(down, 1500, { profile: elevationProfile(down, 'barometric') });
    expect(effort).toMatchObject({ recordEligible: false, flags: ['net-drop'] });
    const level = aStream([{ seconds: 900, speed: 3, grade: 0 }]);
    expect(
      bestEffortOver(level, 1500, { profile: elevationProfile(level, 'barometric') }),
    ).toMatchObject({ recordEligible: true, flags: [] });
  });

  it('refuses what beats the world best, is too long or is no distance', () => {
    const fast = aStream([{ seconds: 100, speed: 11 }]);
    expect(bestEffortOver(fast, 800)).toMatchObject({ reason: 'UNRELIABLE_SENSOR' });
    expect(bestEffortOver(fast, 5000)).toMatchObject({ reason: 'TOO_SHORT' });
    expect(bestEffortOver(fast, NaN)).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(bestEffortOver(fast, -400)).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});

describe('best effort in a duration', () => {
  it('is the mirror: the most distance, never less for more time', () => {
    fc.assert(
      fc.property(arbitraryStream(), (s) => {
        const span = s.t.at(-1)!;
        const metresIn = (seconds: number) => {
          const window = farthestIn(s.t, s.d, seconds);
          return window ? window.endM - window.startM : NaN;
        };
        const third = metresIn(span / 3);
        expect(metresIn(span / 2)).toBeGreaterThanOrEqual(third - 1e-9);
        expect(third).toBeGreaterThanOrEqual(s.d.at(-1)! / 3 - 1e-6);
        expect(metresIn(span)).toBeCloseTo(s.d.at(-1)!, 6);
      }),
    );
  });
  it('equals the definition, unevenly sampled and once a second', () => {
    const metresBy = ({ t, d }: Stream, at: number) => {
      const k = Math.max(
        1,
        t.findIndex((x) => x >= at),
      );
      return d[k - 1]! + ((at - t[k - 1]!) / (t[k]! - t[k - 1]!)) * (d[k]! - d[k - 1]!);
    };
    const slowly = (s: Stream, seconds: number) => {
      const starts = [...s.t, ...s.t.map((x) => x - seconds)].filter(
        (x) => x >= s.t[0]! && x + seconds <= s.t.at(-1)!,
      );
      return Math.max(...starts.map((x) => metresBy(s, x + seconds) - metresBy(s, x)));
    };
    fc.assert(
      fc.property(arbitraryStream(40), fc.integer({ min: 1, max: 300 }), (s, seconds) => {
        fc.pre(seconds <= s.t.at(-1)!);
        const even = resampleStream(s);
        for (const stream of [s, 'reason' in even ? s : even]) {
          const window = farthestIn(stream.t, stream.d, seconds);
          expect((window?.endM ?? NaN) - (window?.startM ?? NaN)).toBeCloseTo(
            slowly(stream, seconds),
            4,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
  it('reports metres', () => {
    const stream = aStream([
      { seconds: 60, speed: 2 },
      { seconds: 60, speed: 4 },
    ]);
    expect(bestEffortIn(stream, 60)).toMatchObject({ value: 240, unit: 'm', startS: 60, speed: 4 });
  });
});

describe('all best efforts', () => {
  it('lists every standard target the run is long enough for', () => {
    const efforts = bestEfforts(aStream([{ seconds: 1700, speed: 3 }]));
    const targets = Array.isArray(efforts) ? efforts.map(({ target }) => target) : [];
    expect(targets).toEqual([
      400, 800, 1000, 1500, 1609.344, 3000, 3218.688, 5000, 60, 120, 180, 300, 600, 1200,
    ]);
  });
});
