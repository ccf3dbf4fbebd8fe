import fc from 'fast-check';

import type { Stream } from '../src/stream.ts';

/** Valid streams: uneven sampling, plateaus, uneven speeds below the world best. */
export function arbitraryStream(most = 60): fc.Arbitrary<Stream> {
  const step = fc.record({
    dt: fc.integer({ min: 1, max: 40 }),
    speed: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 5, noNaN: true })),
    hr: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 250 })),
    altitude: fc.oneof(fc.constant(NaN), fc.double({ min: -500, max: 4000, noNaN: true })),
    cadence: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 220 })),
  });
  return fc.array(step, { minLength: 1, maxLength: most }).map((steps) => {
    const n = steps.length + 1;
    const stream = {
      t: new Float64Array(n),
      d: new Float64Array(n),
      hr: new Float64Array(n).fill(NaN),
      altitude: new Float64Array(n).fill(NaN),
      cadence: new Float64Array(n).fill(NaN),
    };
    steps.forEach(({ dt, speed, hr, altitude, cadence }, i) => {
      stream.t[i + 1] = stream.t[i]! + dt;
      stream.d[i + 1] = stream.d[i]! + dt * speed;
      stream.hr[i + 1] = hr;
      stream.altitude[i + 1] = altitude;
      stream.cadence[i + 1] = cadence;
    });
    return stream;
  });
}

/** Anything a broken file might hold in a column. */
export const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, -1, 1e308, 5e-324, 600_000_000),
  fc.integer(),
);
