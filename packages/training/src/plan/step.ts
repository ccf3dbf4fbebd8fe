export type HardZone = 'M' | 'T' | 'I' | 'R';
export type Zone = 'E' | HardZone;

/** What a step asks for. Bands: pace 5 s/km wide (the easy band as it is), heart rate in bpm, effort on the 1–10 scale. */
export type Target =
  | { by: 'pace'; slowSPerKm: number; fastSPerKm: number }
  | { by: 'heart-rate'; low: number; high: number }
  | { by: 'effort'; low: number; high: number };

/** One step. `by` says which of the two the athlete follows; the other is what it comes to. Whole metres and seconds; walking covers 0 m. */
export type Step = {
  role: 'warm-up' | 'run' | 'recovery' | 'walk' | 'cool-down';
  by: 'time' | 'distance';
  metres: number;
  seconds: number;
  zone: Zone;
  target: Target;
};

export type Segment = ({ kind: 'step' } & Step) | { kind: 'repeat'; times: number; steps: Step[] };

export type ZoneLoad = Record<Zone, { metres: number; seconds: number }>;
