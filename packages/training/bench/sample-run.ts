import type { Stream } from '../src/stream.ts';

/** A recorded run of `n` seconds with everything a watch writes: hills, pace changes, noise; the same bytes every time. */
export function sampleRun(n: number): Required<Omit<Stream, 'power' | 'temperature' | 'moving'>> {
  const random = noise(7);
  const column = () => new Float64Array(n);
  const run = {
    t: column(),
    d: column(),
    hr: column(),
    cadence: column(),
    altitude: column(),
    lat: column(),
    lon: column(),
    speed: column(),
  };
  for (let i = 0; i < n; i++) {
    const isStanding = i % 2500 > 2470;
    const pace = 3 + 0.35 * Math.sin(i / 900) + 0.2 * Math.sin(i / 61) + 0.4 * (random() - 0.5);
    const speed = isStanding ? 0 : pace;
    run.t[i] = i;
    run.d[i] = i === 0 ? 0 : run.d[i - 1]! + speed;
    run.speed[i] = speed;
    run.hr[i] = Math.round(138 + (8 * i) / n + 6 * Math.sin(i / 300) + 4 * random());
    run.cadence[i] = isStanding ? 0 : 168 + Math.round(6 * random());
    run.altitude[i] = 120 + 25 * Math.sin(run.d[i]! / 1300) + random();
    run.lat[i] = 47 + run.d[i]! / 111_195 + 2e-6 * random();
    run.lon[i] = 8 + 0.01 * Math.sin(run.d[i]! / 4000);
  }
  return run;
}

function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 4_294_967_296;
  };
}
