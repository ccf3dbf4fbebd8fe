import type { Sport } from '@evensplit/contracts';
import type { StoredStream } from '@evensplit/db';
import { cleanStream } from '@evensplit/training';
import type { ParsedActivity, SampleColumns, SubSport } from '../parse/parsed-activity.ts';

export type Surface = 'road' | 'track' | 'trail' | 'treadmill';

const surfaces: Partial<Record<SubSport, Surface>> = {
  treadmill: 'treadmill',
  indoor: 'treadmill',
  virtual: 'treadmill',
  track: 'track',
  trail: 'trail',
  road: 'road',
};

/** What the device called the kind of running; undefined when it did not say. */
export function surfaceOf(subSport: string | null): Surface | undefined {
  return subSport === null ? undefined : surfaces[subSport as SubSport];
}

/** The samples in the order and units of a stored stream; null when there are fewer than two. */
export function normaliseStream(activity: ParsedActivity, sport: Sport): StoredStream | null {
  const { samples } = activity;
  if (samples.t.length < 2) return null;
  return sport === 'run' ? cleanRun(activity) : plainColumns(samples);
}

/** Device distance is kept; one that was only summed from fixes is summed again without the wild ones. */
function cleanRun({ samples, subSport, provenance }: ParsedActivity): StoredStream | null {
  const { d, ...sensors } = samples;
  const surface = surfaceOf(subSport);
  const cleaned = cleanStream(
    { ...sensors, ...(provenance.distanceSource === 'device' && d ? { d } : {}) },
    surface ? { surface } : {},
  );
  if ('reason' in cleaned) return null;
  const { moving: _none, ...stream } = cleaned.stream;
  return stream;
}

/** Other sports have speeds that would be errors on foot: their columns are taken as the parser left them. */
function plainColumns(samples: SampleColumns): StoredStream {
  const { t, d, ...sensors } = samples;
  const start = t[0] ?? 0;
  const stream: StoredStream = { t: t.map((seconds) => seconds - start) };
  if (d) stream.d = risingFromZero(d);
  for (const [name, column] of Object.entries(sensors)) {
    if (column) stream[name as keyof typeof sensors] = Float64Array.from(column);
  }
  return stream;
}

function risingFromZero(d: Float64Array): Float64Array {
  const out = new Float64Array(d.length);
  let origin: number | undefined;
  let last = 0;
  for (const [i, value] of d.entries()) {
    if (!Number.isNaN(value)) {
      origin ??= value;
      last = Math.max(last, value - origin);
    }
    out[i] = last;
  }
  return out;
}
