// Taken out of the global once: under a test runner's own context every look-up of `Math` is slow, and these run
// tens of millions of times for one history.
const { exp, floor, imul, log, sqrt } = Math;

/** A stream of numbers that depends on its seed alone, so that the same seed gives the same files. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform whole number, both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Normal deviate. */
  normal(mean: number, deviation: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
};

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2018, "Scrambled linear pseudorandom number generators"). The four words of
 * state are filled by a splitmix-style mixer, because a state of zeros would never leave zero.
 */
export function createRandom(seed: number): Random {
  const mix = mixer(seed);
  let a = mix();
  let b = mix();
  let c = mix();
  let d = mix() | 1;

  function word(): number {
    const result = imul(rotate(imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  }

  const next = () => word() / 4294967296;
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + floor((high - low + 1) * next()),
    chance: (probability) => next() < probability,
    normal: (mean, deviation) => mean + deviation * standardNormal(next),
    pick: (items) => items[floor(next() * items.length)] ?? items[0],
  };
}

/** A seed for one part of the whole, so that a change in one run does not move the noise of the next. */
export function deriveSeed(seed: number, part: number): number {
  const mix = mixer(seed ^ imul(part + 1, 0x85ebca6b));
  mix();
  return mix();
}

/** Noise that remembers: x ← φx + e, with the given deviation and the time in which it forgets (1/e), in steps. */
export function createDrift(random: Random, deviation: number, memorySteps: number): () => number {
  const keep = exp(-1 / memorySteps);
  const fresh = deviation * sqrt(1 - keep * keep);
  let value = random.normal(0, deviation);
  return () => {
    value = keep * value + random.normal(0, fresh);
    return value;
  };
}

/** splitmix32: a Weyl sequence through the finaliser of MurmurHash3. */
function mixer(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = imul(z ^ (z >>> 16), 0x85ebca6b);
    z = imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Marsaglia's polar method (1964); the second deviate of each pair is dropped to keep the stream free of state. */
function standardNormal(next: () => number): number {
  for (;;) {
    const u = 2 * next() - 1;
    const v = 2 * next() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * sqrt((-2 * log(s)) / s);
  }
}
