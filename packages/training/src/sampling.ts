/** How a run was sampled: what bounds every search for a window in it. */
export type Sampling = {
  /** Shortest time between two neighbouring samples, s. */
  closestS: number;
  /** Longest way between two neighbouring samples, m. */
  longestM: number;
  /** Highest speed between two neighbouring samples, m/s. */
  fastest: number;
  /** Whether all intervals are equal. */
  isEven: boolean;
};

const SLOWEST_BOUND = 1e-9;
/** A jump must be worth breaking the rhythm of the scan: shorter ones cost the processor more than they save. */
const FEWEST_PASSED = 4;
/** Keeps the rounding of sums of floats from passing over a sample too many. */
const HAIR = 1e-6;

/** Once per run, shared by every search over the same distance. */
export function samplingOf(t: Float64Array, d: Float64Array): Sampling {
  let closestS = Infinity;
  let widestS = 0;
  let longestM = 0;
  for (let i = 1; i < t.length; i++) {
    const dt = t[i]! - t[i - 1]!;
    const metres = d[i]! - d[i - 1]!;
    if (dt < closestS) closestS = dt;
    if (dt > widestS) widestS = dt;
    if (metres > longestM) longestM = metres;
  }
  const isEven = closestS === widestS;
  const fastest = isEven ? longestM / closestS : highestSpeed(t, d);
  return { closestS, longestM, fastest: Math.max(SLOWEST_BOUND, fastest), isEven };
}

function highestSpeed(t: Float64Array, d: Float64Array): number {
  let highest = 0;
  for (let i = 1; i < t.length; i++) {
    const speed = (d[i]! - d[i - 1]!) / (t[i]! - t[i - 1]!);
    if (speed > highest) highest = speed;
  }
  return highest;
}

/** How a scan for more metres passes over samples: none adds more than the longest way between two neighbours. */
export type Stride = {
  /** Only farther behind than this does a jump pay, m. */
  worthM: number;
  perMetre: number;
};

export function strideOf({ longestM }: Sampling): Stride {
  return { worthM: FEWEST_PASSED * longestM, perMetre: 1 / longestM };
}

/** Samples that a scan so many metres behind may pass over. */
export function passable(behindM: number, perMetre: number): number {
  return (behindM * perMetre - HAIR) | 0;
}
